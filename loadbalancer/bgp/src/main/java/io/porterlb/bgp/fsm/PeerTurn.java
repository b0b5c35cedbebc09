package io.porterlb.bgp.fsm;

import static io.porterlb.bgp.SessionState.ACTIVE;
import static io.porterlb.bgp.SessionState.CONNECT;
import static io.porterlb.bgp.SessionState.ESTABLISHED;
import static io.porterlb.bgp.wire.fault.NotificationCode.CONNECTION_COLLISION_RESOLUTION;

import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.SessionEvent.ConnectRetryTimerExpires;
import io.porterlb.bgp.fsm.SessionEvent.ManualStop;
import io.porterlb.bgp.fsm.SessionEvent.TcpConnectionConfirmed;
import io.porterlb.bgp.fsm.SessionEvent.TcpConnectionFails;
import io.porterlb.bgp.wire.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what one step of a [PeerMachine] does to both sessions; of no use after [#settle].
final class PeerTurn {
    private static final ManualStop LOST =
            new ManualStop(Optional.of(Notification.of(CONNECTION_COLLISION_RESOLUTION)));

    private final SessionMachine machine;
    private final SessionState mainBefore;
    private final List<PeerAction> actions = new ArrayList<>();
    private PeerSessions sessions;
    private boolean mainLost;

    PeerTurn(SessionMachine machine, PeerSessions sessions) {
        this.machine = machine;
        this.sessions = sessions;
        this.mainBefore = sessions.main().state();
    }

    Optional<Session> session(Place place) {
        return switch (place) {
            case MAIN -> Optional.of(sessions.main());
            case RIVAL -> sessions.rival();
        };
    }

    /// Nothing happens to a rival that is not there.
    PeerTurn on(Place place, SessionEvent event) {
        session(place).map(session -> machine.on(session, event)).ifPresent(step -> took(place, step));
        return this;
    }

    private void took(Place place, Step step) {
        step.actions().stream()
                .filter(action -> tells(place, action))
                .forEach(action -> actions.add(new PeerAction.Do(place, action)));
        switch (place) {
            case MAIN -> sessions = sessions.withMain(step.next());
            case RIVAL -> {
                sessions = sessions.withRival(step.next());
                dropRivalWithoutConnection();
            }
        }
    }

    /// A rival's failure is no reason why there is no session, if there is one.
    private boolean tells(Place place, SessionAction action) {
        boolean report = action instanceof SessionAction.Report;
        return !(report && place == Place.RIVAL && sessions.main().state() == ESTABLISHED);
    }

    private void dropRivalWithoutConnection() {
        if (sessions.rival().filter(session -> !session.connected()).isPresent()) {
            sessions = sessions.withoutRival();
            actions.add(new PeerAction.DropRival());
        }
    }

    /// Gives the connection that the peer opened to a session.
    PeerTurn attach(Place place) {
        actions.add(new PeerAction.Attach(place));
        return on(place, new TcpConnectionConfirmed());
    }

    PeerTurn turnAway() {
        actions.add(new PeerAction.TurnAway());
        return this;
    }

    PeerTurn newRival() {
        Session main = sessions.main();
        sessions =
                sessions.withRival(main.stopped().withFailures(main.failures()).in(ACTIVE));
        return this;
    }

    /// The session's connection lost against the other one.
    PeerTurn lose(Place place) {
        int failures = sessions.main().failures();
        on(place, LOST);
        if (place == Place.MAIN) {
            mainLost = true;
            sessions = sessions.withMain(sessions.main().withFailures(failures).in(ACTIVE));
        }
        return this;
    }

    /// The main session was that of a peer that has restarted meanwhile; the rival takes its place.
    PeerTurn replaced() {
        on(Place.MAIN, new TcpConnectionFails(new TcpFailure(TcpFailure.Kind.REPLACED, "the peer connected anew")));
        return promote();
    }

    private PeerTurn promote() {
        Session rival = sessions.rival().orElseThrow(() -> new IllegalStateException("no rival of " + sessions));
        sessions = new PeerSessions(rival.withFailures(sessions.main().failures()), Optional.empty());
        actions.add(new PeerAction.Promote());
        return this;
    }

    /// What follows for the other session: of two, one that is up is alone, and a main one without a connection gives
    /// way.
    PeerStep settle() {
        if (sessions.rival().isPresent()) {
            if (mainBefore != ESTABLISHED && sessions.main().state() == ESTABLISHED) {
                lose(Place.RIVAL);
            } else if (sessions.rival().get().state() == ESTABLISHED) {
                lose(Place.MAIN).promote();
            } else if (!sessions.main().connected() && sessions.main().state() != CONNECT) {
                promote();
            }
        } else if (mainLost && sessions.main().state() == ACTIVE) {
            // The connection that won came to nothing, and no timer runs
            on(Place.MAIN, new ConnectRetryTimerExpires());
        }
        return new PeerStep(sessions, actions);
    }
}
