package io.porterlb.layer2.wire;

/// What is in a frame.
sealed interface Parsed {
    record Is(Message message) implements Parsed {}

    record Not(DiscardReason reason) implements Parsed {}
}
