package io.porterlb.bgp.peer;

import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.Opener;
import io.porterlb.bgp.fsm.Session;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What the status tells of a session. Most of it stays as long as the session, so that it is put together
/// once.
final class SessionDescription {
    private @Nullable Connection described;
    private @Nullable SessionInfo last;

    Optional<SessionInfo> of(GracefulRestart asked, Session session, SessionSlot slot, ReceivedRoutes received) {
        if (session.negotiated().isEmpty() || slot.connection().isEmpty()) {
            return Optional.empty();
        }
        Negotiated negotiated = session.negotiated().get();
        Connection connection = slot.connection().get();
        if (last == null || described != connection || !last.keepalive().equals(negotiated.keepalive())) {
            described = connection;
            last = describe(negotiated, session, connection, asked);
        }
        last = last.with(slot.feed().map(RouteFeed::sizes).orElse(last.pathsSent()), received.held());
        return Optional.of(last);
    }

    private static SessionInfo describe(
            Negotiated negotiated, Session session, Connection connection, GracefulRestart asked) {
        CodecContext codec = negotiated.codec();
        return new SessionInfo(
                connection.localAddress(),
                connection.remoteAddress(),
                session.opener() == Opener.PEER,
                negotiated.keepalive(),
                codec.families(),
                codec.addPathSent(),
                codec.extendedNextHop(),
                asked.enabled() && negotiated.peer().gracefulRestart().isPresent(),
                negotiated.peer().capabilities().stream()
                        .map(CapabilityWords::of)
                        .toList(),
                Map.of(),
                OptionalInt.of(0));
    }
}
