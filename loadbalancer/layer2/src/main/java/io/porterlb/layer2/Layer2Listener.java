package io.porterlb.layer2;

/// Hears of addresses, on the thread of their interface, so it must not block. What it throws is logged and
/// goes no further.
@FunctionalInterface
public interface Layer2Listener {
    /// An address is in another state than before. A conflict is said once, however often the other is heard.
    void changed(AnswerStatus status);
}
