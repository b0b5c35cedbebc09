package io.porterlb.bgp.wire;

import io.porterlb.bgp.wire.fault.FaultAction;
import io.porterlb.bgp.wire.fault.UpdateFault;
import java.util.List;

/// What the octets of one message turned out to be.
public sealed interface ReadResult {
    /// A message without fault.
    record Ok(BgpMessage message) implements ReadResult {}

    /// An UPDATE with faults that the session survives.
    ///
    /// @param update what is left of it: without the discarded attributes, or with all prefixes withdrawn
    /// @param action which of the two
    /// @param faults at least one
    record Faulty(Update update, FaultAction action, List<UpdateFault> faults) implements ReadResult {}

    /// Nothing that a session can go on with.
    ///
    /// @param notification what the peer is to be told
    /// @param what what the peer did, as the rest of a sentence that starts with its name
    record Refused(Notification notification, String what) implements ReadResult {}

    static ReadResult refuse(Notification notification, String what) {
        return new Refused(notification, what);
    }
}
