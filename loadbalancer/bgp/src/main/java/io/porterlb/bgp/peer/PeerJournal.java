package io.porterlb.bgp.peer;

import io.porterlb.bgp.Failure;
import io.porterlb.bgp.MessageCounters;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.Session;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Keeps what the status of a peer tells. Written on the event loop only; [#status] is for any thread.
final class PeerJournal {
    private final InstantSource clock;
    private SessionState state = SessionState.IDLE;
    private Instant since;
    private Optional<Failure> lastFailure = Optional.empty();
    private long routesReceived;
    private long updatesSent;
    private long updatesReceived;
    private long updatesFaulty;
    private long keepalivesSent;
    private long keepalivesReceived;
    private long notificationsSent;
    private long notificationsReceived;
    private volatile PeerStatus status;

    PeerJournal(PeerConfig config, InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.status = new PeerStatus(
                config.name(),
                config.address().known(),
                state,
                since,
                lastFailure,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                MessageCounters.NONE);
    }

    PeerStatus status() {
        return status;
    }

    /// True if the state is another one than before.
    boolean entered(SessionState next) {
        if (next == state) {
            return false;
        }
        state = next;
        since = clock.instant();
        if (next == SessionState.ESTABLISHED) {
            lastFailure = Optional.empty();
            routesReceived = 0;
        }
        return true;
    }

    void failed(SessionFault fault) {
        lastFailure = Optional.of(new Failure(fault.reason(), fault.message(), clock.instant()));
    }

    /// After a stop that was asked for there is nothing to complain of.
    void stopped() {
        lastFailure = Optional.empty();
    }

    void sent(BgpMessage message) {
        switch (message) {
            case Update _ -> updatesSent++;
            case Keepalive _ -> keepalivesSent++;
            case Notification _ -> notificationsSent++;
            case Open _, RouteRefresh _ -> {}
        }
    }

    void received(BgpMessage message) {
        switch (message) {
            case Update update -> {
                updatesReceived++;
                routesReceived += update.announced().size();
            }
            case Keepalive _ -> keepalivesReceived++;
            case Notification _ -> notificationsReceived++;
            case Open _, RouteRefresh _ -> {}
        }
    }

    void receivedFaulty(Update usable) {
        updatesFaulty++;
        routesReceived += usable.announced().size();
    }

    /// Makes what was kept so far the status.
    PeerStatus publish(PeerConfig config, Session session, int routesSent) {
        MessageCounters messages = new MessageCounters(
                updatesSent,
                updatesReceived,
                updatesFaulty,
                keepalivesSent,
                keepalivesReceived,
                notificationsSent,
                notificationsReceived);
        PeerStatus next = new PeerStatus(
                config.name(),
                config.address().known(),
                state,
                since,
                lastFailure,
                routesSent,
                state == SessionState.ESTABLISHED ? routesReceived : 0,
                session.negotiated().map(Negotiated::peerId),
                session.negotiated().map(Negotiated::holdTime),
                messages);
        status = next;
        return next;
    }
}
