package io.porterlb.ownership;

/// How a node is.
///
/// @param running whether its thread runs
/// @param generation of the configuration that it has
/// @param inForce whether no older configuration is in use any more; see [Configuration]
/// @param lease what it may answer for
/// @param discarded how many datagrams came that were of no use: not signed with a key of ours, or malformed
public record OwnershipStatus(boolean running, long generation, boolean inForce, Lease lease, long discarded) {}
