package io.porterlb.bgp.peer;

import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.Opener;
import io.porterlb.bgp.fsm.Session;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.wire.value.CodecContext;

/// Tells of a session what the status shows.
final class SessionInfos {
    private SessionInfos() {}

    static SessionInfo of(Negotiated negotiated, Session session, Connection connection, ReceivedRoutes received) {
        CodecContext codec = negotiated.codec();
        return new SessionInfo(
                connection.localAddress(),
                connection.remoteAddress(),
                session.opener() == Opener.PEER,
                negotiated.keepalive(),
                codec.families(),
                codec.addPathSent(),
                codec.extendedNextHop(),
                negotiated.peer().capabilities().stream()
                        .map(CapabilityWords::of)
                        .toList(),
                received.held());
    }
}
