package io.porterlb.ownership.council;

import io.porterlb.address.IpAddress;
import io.porterlb.ownership.Configuration;
import io.porterlb.ownership.Eligibility;
import io.porterlb.ownership.Endpoint;
import io.porterlb.ownership.message.Message;
import java.util.Map;
import java.util.Set;

/// What may happen to a node.
public sealed interface Event {
    /// A message came, of whose sender the name is certain. The time must have been read after it was
    /// received.
    record Received(String from, Endpoint source, Message message) implements Event {}

    /// The deadline was reached.
    record TimePassed() implements Event {}

    /// A configuration was read; an older one than that in use changes nothing.
    record Configured(Configuration configuration) implements Event {}

    /// These addresses are to be had by somebody.
    record Wanted(Map<IpAddress, Eligibility> addresses) implements Event {}

    /// This is what the node can serve now.
    record Offered(Set<String> capabilities) implements Event {}

    /// The witness gives its word until then, to this node as an arbiter.
    record Witnessed(long until) implements Event {}

    /// The node stops.
    ///
    /// @param backSoon whether its addresses are to be kept for it
    record Stopping(boolean backSoon) implements Event {}
}
