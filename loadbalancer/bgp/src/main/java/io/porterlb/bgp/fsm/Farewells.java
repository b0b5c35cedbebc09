package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.wire.fault.NotificationCode.ADMINISTRATIVE_RESET;
import static io.porterlb.bgp.wire.fault.NotificationCode.ADMINISTRATIVE_SHUTDOWN;
import static io.porterlb.bgp.wire.fault.NotificationCode.PEER_DE_CONFIGURED;

import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.util.stream.Stream;

/// The last word of a session that is ended on purpose.
final class Farewells {
    private Farewells() {}

    /// A peer that keeps our routes after a NOTIFICATION is told by a Hard Reset that this one is meant ([RFC
    /// 8538 3](https://www.rfc-editor.org/rfc/rfc8538#section-3)). After a change of configuration the session
    /// is back at once, so the routes may stay that long.
    static Notification toward(Session session, Notification farewell) {
        boolean keeps = session.negotiated().filter(Negotiated::hardReset).isPresent();
        return keeps && isMeant(farewell) ? farewell.asHardReset() : farewell;
    }

    private static boolean isMeant(Notification farewell) {
        Stream<NotificationCode> meant = Stream.of(ADMINISTRATIVE_SHUTDOWN, PEER_DE_CONFIGURED, ADMINISTRATIVE_RESET);
        return meant.anyMatch(farewell::is);
    }
}
