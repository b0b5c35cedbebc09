package io.porterlb.ownership.net;

import io.porterlb.ownership.council.Event;
import io.porterlb.ownership.wire.Keys;

/// What is handed over to the thread.
sealed interface Order {
    /// Something for the machine.
    record Tell(Event event) implements Order {}

    /// Other keys.
    record Use(Keys keys) implements Order {}
}
