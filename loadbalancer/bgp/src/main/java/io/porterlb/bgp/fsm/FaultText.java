package io.porterlb.bgp.fsm;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.Transport;
import io.porterlb.bgp.wire.Notification;
import java.time.Duration;

/// The words for all that can go wrong with a session: who, what, and where to look.
final class FaultText {
    private final PeerConfig config;
    private final String peer;

    FaultText(PeerConfig config) {
        this.config = config;
        int port = config.transport().port();
        this.peer = config.address() + (port == Transport.DEFAULT_PORT ? "" : " port " + port);
    }

    SessionFault tcp(TcpFailure failure, SessionState state) {
        return switch (failure.kind()) {
            case REFUSED ->
                new SessionFault(
                        "ConnectionRefused",
                        peer + " refused the TCP connection: BGP does not run there, or not for our address.");
            case TIMED_OUT -> connectTimeout();
            case UNREACHABLE ->
                new SessionFault(
                        "Unreachable",
                        peer + " cannot be reached: there is no route to it, or nobody has its address on the link.");
            case NO_LOCAL_ADDRESS ->
                new SessionFault(
                        "NoLocalAddress",
                        "cannot connect to " + peer + " from localAddress "
                                + config.transport()
                                        .localAddress()
                                        .map(Object::toString)
                                        .orElse("(none)")
                                + ", which is not an address of this machine.");
            case CLOSED -> closed(state);
            case BROKEN ->
                new SessionFault("ConnectionBroken", "the connection to " + peer + " broke: " + failure.detail() + ".");
            case OTHER ->
                new SessionFault("ConnectFailed", "cannot connect to " + peer + ": " + failure.detail() + ".");
        };
    }

    SessionFault connectTimeout() {
        return new SessionFault(
                "ConnectTimeout",
                peer + " did not answer the TCP connection: it is down, too far away for the time to live, "
                        + "or a firewall or a TCP password (MD5) stands between.");
    }

    private SessionFault closed(SessionState state) {
        return switch (state) {
            case OPEN_SENT ->
                new SessionFault(
                        "ConnectionClosed",
                        peer + " closed the connection without an answer to our OPEN: it may not know us as a "
                                + "neighbor of AS " + config.localAs() + ", or has shut the session down.");
            case IDLE, CONNECT, ACTIVE, OPEN_CONFIRM, ESTABLISHED ->
                new SessionFault("ConnectionClosed", peer + " closed the connection without a NOTIFICATION.");
        };
    }

    SessionFault notification(Notification received) {
        return new SessionFault("NotificationReceived", peer + " ended the session: " + received.words() + ".");
    }

    SessionFault refused(String what) {
        return new SessionFault("MalformedMessage", peer + " " + what + ".");
    }

    SessionFault unexpected(String message, SessionState state) {
        return new SessionFault("UnexpectedMessage", peer + " sent " + message + " in state " + state + ".");
    }

    SessionFault holdTimerExpired(Duration holdTime) {
        return new SessionFault(
                "HoldTimerExpired", "nothing was heard from " + peer + " for " + holdTime.toSeconds() + " s.");
    }

    SessionFault noOpen(Duration waited) {
        return new SessionFault(
                "HoldTimerExpired",
                peer + " accepted the connection, but sent no OPEN within " + waited.toSeconds() + " s.");
    }

    SessionFault sendHoldTimerExpired(Duration sendHold) {
        return new SessionFault(
                "SendHoldTimerExpired",
                peer + " has taken nothing from the connection for " + sendHold.toSeconds() + " s.");
    }

    SessionFault badPeerAs(long answered) {
        return new SessionFault(
                "BadPeerAs",
                peer + " answered as AS " + answered + ", but peer " + config.name() + " says peerAs " + config.peerAs()
                        + ".");
    }

    SessionFault badIdentifier(Object identifier) {
        return new SessionFault(
                "BadBgpIdentifier",
                peer + " has the BGP identifier " + identifier
                        + (identifier.equals(config.routerId())
                                ? ", which is ours too: give one of us another router id."
                                : ", which is none."));
    }

    SessionFault unacceptableHoldTime(int seconds) {
        return new SessionFault(
                "UnacceptableHoldTime",
                peer + " proposes a hold time of " + seconds + " s; it must be 0 or at least 3.");
    }

    SessionFault noCommonFamily() {
        return new SessionFault(
                "UnsupportedCapability",
                peer + " does not offer IPv4 unicast: activate that address family for us there.");
    }
}
