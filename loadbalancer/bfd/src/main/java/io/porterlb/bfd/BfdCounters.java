package io.porterlb.bfd;

/// Packets of one session since it was configured.
///
/// @param sent packets handed to the kernel
/// @param notSent packets that the kernel did not take, for want of a route for instance
/// @param received packets that were valid
/// @param discarded packets that were not, see [DiscardReason]; those with a bad time to live never get here
public record BfdCounters(long sent, long notSent, long received, long discarded) {}
