package io.porterlb.ownership.council;

import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.Lease;
import io.porterlb.ownership.message.Message;

/// What is to be done, in this order.
public sealed interface Output {
    /// Send this.
    record Send(String to, Endpoint endpoint, Message message) implements Output {}

    /// From now on, answer for these alone.
    record LeaseChanged(Lease lease) implements Output {}
}
