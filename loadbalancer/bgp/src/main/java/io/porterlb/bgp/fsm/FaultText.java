package io.porterlb.bgp.fsm;

import io.porterlb.bgp.FamilyConfig;
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

    SessionFault tcp(TcpFailure failure, Session session) {
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
            case CLOSED -> closed(session.state());
            case REPLACED ->
                new SessionFault(
                        "PeerRestarted", peer + " opened a new connection although one was up: it has restarted.");
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
                        + "or a firewall stands between, or " + passwordHint() + ".");
    }

    /// A wrong password looks like silence: the kernel on the other side drops the packets (RFC 2385 2).
    private String passwordHint() {
        return config.transport().password().isPresent()
                ? "it has another TCP password (MD5) for us than we for it, or none"
                : "it wants a TCP password (MD5), which this peer has none of";
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
        String families = FamilyWords.of(
                config.families().stream().map(FamilyConfig::family).toList(), " or ");
        return new SessionFault(
                "UnsupportedCapability",
                peer + " does not offer " + families + ": activate that address family for us there.");
    }

    SessionFault nobodyKnown() {
        return new SessionFault(
                "NeighborUnknown",
                peer + " is not known yet: no router advertisement has come there, and nobody has connected; "
                        + "configure BGP without an address on that interface of the router too.");
    }

    SessionFault bfdDown() {
        return new SessionFault(
                "BfdDown", "BFD no longer hears " + peer + ": it, a link or a router between has failed.");
    }

    SessionFault waitsForBfd() {
        return new SessionFault(
                "WaitsForBfd", "the session with " + peer + " waits for BFD to say that the path is up (strictBfd).");
    }

    SessionFault noBfd(Duration waited) {
        return new SessionFault(
                "BfdHoldTimerExpired",
                "BFD did not say within " + waited.toSeconds() + " s that the path to " + peer
                        + " is up, and strictBfd asks for that: turn BFD on for us there, or strictBfd off.");
    }

    SessionFault roleMismatch(String theirs) {
        return new SessionFault(
                "RoleMismatch",
                peer + " calls itself " + theirs + " (RFC 9234), which does not go with role "
                        + config.role().map(Enum::name).orElse("(none)") + " of peer " + config.name() + ".");
    }
}
