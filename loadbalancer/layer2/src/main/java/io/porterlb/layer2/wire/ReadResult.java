package io.porterlb.layer2.wire;

/// What the octets of a frame turned out to be.
public sealed interface ReadResult {
    record Valid(Frame frame) implements ReadResult {}

    /// Nothing to be taken notice of.
    record Discarded(DiscardReason reason) implements ReadResult {}
}
