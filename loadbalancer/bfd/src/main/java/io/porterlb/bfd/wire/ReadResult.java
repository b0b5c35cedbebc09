package io.porterlb.bfd.wire;

import io.porterlb.bfd.DiscardReason;

/// What the octets of one datagram turned out to be.
public sealed interface ReadResult {
    /// A packet for whatever session it belongs to.
    record Valid(BfdPacket packet) implements ReadResult {}

    /// Nothing to be taken notice of.
    record Discarded(DiscardReason reason) implements ReadResult {}
}
