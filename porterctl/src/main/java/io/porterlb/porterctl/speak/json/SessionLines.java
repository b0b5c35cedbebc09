package io.porterlb.porterctl.speak.json;

import com.google.gson.JsonObject;
import io.porterlb.bfd.BfdSessionStatus;
import io.porterlb.bfd.BfdState;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.Notification;
import java.time.Duration;
import java.time.Instant;

/// What happens to a session.
public final class SessionLines {
    private SessionLines() {}

    /// A state that was entered, with why the session is not up where that is so.
    ///
    /// @param elapsed since the peer was configured
    public static JsonObject state(PeerStatus status, Instant at, Duration elapsed) {
        EventLine line = EventLine.of("state", at)
                .with("peer", status.name())
                .with("state", words(status.state()))
                .with("ms", elapsed.toMillis());
        status.lastFailure()
                .ifPresent(failure -> line.with("reason", failure.reason()).with("message", failure.message()));
        return line.json();
    }

    public static JsonObject notification(String peer, boolean sent, Notification notification, Instant at) {
        return EventLine.of("notification", at)
                .with("peer", peer)
                .with("sent", sent)
                .with("code", notification.code())
                .with("subcode", notification.subcode())
                .with("message", notification.words())
                .json();
    }

    /// BFD's view of the way to the peer.
    public static JsonObject bfd(BfdSessionStatus status, Instant at) {
        return EventLine.of("bfd", at)
                .with("peer", status.name())
                .with("state", words(status.state()))
                .with("failed", status.failed())
                .with("message", status.diagnostic().toString())
                .json();
    }

    /// As RFC 5880 4.1 spells them.
    private static String words(BfdState state) {
        return switch (state) {
            case ADMIN_DOWN -> "AdminDown";
            case DOWN -> "Down";
            case INIT -> "Init";
            case UP -> "Up";
        };
    }

    /// As RFC 4271 8.2.2 spells them.
    private static String words(SessionState state) {
        return switch (state) {
            case IDLE -> "Idle";
            case CONNECT -> "Connect";
            case ACTIVE -> "Active";
            case OPEN_SENT -> "OpenSent";
            case OPEN_CONFIRM -> "OpenConfirm";
            case ESTABLISHED -> "Established";
        };
    }
}
