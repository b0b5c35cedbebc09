package io.porterlb.bgp.peer;

import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.SessionEvent;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.ReadResult;

/// What a [SessionSlot] needs of its peer.
interface SessionOwner {
    /// Something happened to the session of this slot.
    void happened(SessionSlot slot, SessionEvent event);

    Connection dial(SessionSlot slot);

    /// All routes that a session that is up has to tell.
    RouteFeed feed(Negotiated negotiated, Connection connection);

    /// Hears of a message before it is an event.
    void received(ReadResult result);

    void sent(BgpMessage message);

    void report(SessionFault fault);

    /// There is something to write at the end of this turn of the event loop.
    void turnEnds();
}
