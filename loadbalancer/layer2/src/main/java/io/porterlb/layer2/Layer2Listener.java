package io.porterlb.layer2;

import io.porterlb.address.IpAddress;

/// Hears of addresses, on the thread of their interface, so it must not block. What it throws is logged and
/// goes no further.
@FunctionalInterface
public interface Layer2Listener {
    /// An address is in another state than before. A conflict is said once, however often the other is heard.
    void changed(AnswerStatus status);

    /// An address is not one of those of the interface any more: nothing is said of it there until it is told of again.
    default void gone(IpAddress address, String device) {}
}
