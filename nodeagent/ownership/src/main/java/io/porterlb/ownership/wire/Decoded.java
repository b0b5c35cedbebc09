package io.porterlb.ownership.wire;

/// What octets turned out to be.
public sealed interface Decoded<T> {
    /// Something to work with.
    record Valid<T>(T value) implements Decoded<T> {}

    /// A part of something of which more is awaited.
    record Incomplete<T>() implements Decoded<T> {}

    /// Nothing to be taken notice of.
    record Discarded<T>(DiscardReason reason) implements Decoded<T> {}
}
