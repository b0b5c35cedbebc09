package io.porterlb.bgp.peer;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.Session;
import io.porterlb.bgp.fsm.SessionAction;
import io.porterlb.bgp.fsm.SessionEvent;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.fsm.SessionMachine;
import io.porterlb.bgp.fsm.SessionTimer;
import io.porterlb.bgp.fsm.Step;
import io.porterlb.bgp.fsm.TcpFailure;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.net.ConnectionListener;
import io.porterlb.bgp.rib.AdjRibOut;
import io.porterlb.bgp.rib.Export;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One configured peer and its session. All methods but [#status] are to be called on its event loop.
public final class Peer implements ConnectionListener {
    private static final Logger LOG = System.getLogger(Peer.class.getName());

    private final PeerEnvironment environment;
    private final SessionTimers timers;
    private final PeerJournal journal;

    private PeerConfig config;
    private SessionMachine machine;
    private LocalRoutes routes;
    private Session session = Session.INITIAL;
    private @Nullable Connection connection;
    private @Nullable AdjRibOut adjRibOut;
    private boolean turnEndsLater;

    /// A peer that is not started yet.
    public Peer(PeerConfig config, LocalRoutes routes, PeerEnvironment environment) {
        this.config = config;
        this.machine = new SessionMachine(config);
        this.routes = routes;
        this.environment = environment;
        this.journal = new PeerJournal(config, environment.clock());
        this.timers = new SessionTimers(environment.loop(), environment.random(), this::expired);
    }

    /// A snapshot, for any thread.
    public PeerStatus status() {
        return journal.status();
    }

    // --- orders from the speaker

    /// Begins to connect, unless the peer is to be left alone.
    public void start() {
        if (!config.adminDown()) {
            on(new SessionEvent.ManualStart());
        }
    }

    /// Ends the session.
    ///
    /// @param cease what the router is told
    public void stop(NotificationCode cease) {
        journal.stopped();
        on(new SessionEvent.ManualStop(cease));
    }

    /// Takes over another configuration of the same name. A session that is up stays up if it can.
    public void reconfigure(PeerConfig next) {
        switch (ConfigChange.between(config, next, session.state())) {
            case NONE -> {}
            case KEEPS_SESSION -> {
                use(next);
                if (connection != null) {
                    connection.timeToLiveOf(next);
                }
            }
            case SHUTS_DOWN -> {
                stop(NotificationCode.ADMINISTRATIVE_SHUTDOWN);
                use(next);
            }
            case RESETS -> {
                stop(NotificationCode.OTHER_CONFIGURATION_CHANGE);
                use(next);
                start();
            }
        }
    }

    private void use(PeerConfig next) {
        config = next;
        machine = new SessionMachine(next);
        session = machine.adopt(session);
    }

    /// Takes over other routes.
    public void advertise(LocalRoutes next, RouteDelta delta) {
        routes = next;
        if (adjRibOut != null) {
            adjRibOut.apply(delta);
            endTurnLater();
        }
    }

    // --- the machine and its actions

    private void on(SessionEvent event) {
        Step step = machine.on(session, event);
        session = step.next();
        step.actions().forEach(this::act);
        if (journal.entered(session.state())) {
            announce(publish());
        }
        endTurnLater();
    }

    private void act(SessionAction action) {
        switch (action) {
            case SessionAction.Connect() -> connection = environment.dialer().dial(config, this);
            case SessionAction.Disconnect() -> disconnect();
            case SessionAction.Send(var message) -> send(message);
            case SessionAction.StartTimer(var timer, var after) -> timers.start(timer, after);
            case SessionAction.StopTimer(var timer) -> timers.stop(timer);
            case SessionAction.Agree(var negotiated) -> connected().use(negotiated.codec());
            case SessionAction.OpenAdjRibOut(var negotiated) -> adjRibOut = adjRibOut(negotiated);
            case SessionAction.CloseAdjRibOut() -> adjRibOut = null;
            case SessionAction.Readvertise() -> readvertise();
            case SessionAction.Report(var fault) -> report(fault);
        }
    }

    private void disconnect() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private void send(BgpMessage message) {
        connected().send(message);
        journal.sent(message);
    }

    private Connection connected() {
        if (connection == null) {
            throw new IllegalStateException("peer " + config.name() + " in " + session.state() + " has no connection");
        }
        return connection;
    }

    private AdjRibOut adjRibOut(Negotiated negotiated) {
        Export export = new Export(config, connected().localAddress(), negotiated.codec());
        AdjRibOut all = new AdjRibOut(export, negotiated.codec());
        all.announceAll(routes);
        return all;
    }

    private void readvertise() {
        if (adjRibOut != null) {
            adjRibOut.readvertise();
        }
    }

    private void report(SessionFault fault) {
        journal.failed(fault);
        LOG.log(Level.DEBUG, () -> "peer " + config.name() + ": " + fault.message());
    }

    // --- what happens

    private void expired(SessionTimer timer) {
        on(
                switch (timer) {
                    case CONNECT_RETRY -> new SessionEvent.ConnectRetryTimerExpires();
                    case IDLE_HOLD -> new SessionEvent.IdleHoldTimerExpires();
                    case HOLD -> new SessionEvent.HoldTimerExpires();
                    case KEEPALIVE -> new SessionEvent.KeepaliveTimerExpires();
                    case SEND_HOLD -> new SessionEvent.SendHoldTimerExpires();
                    case PROBATION -> new SessionEvent.ProbationTimerExpires();
                });
    }

    @Override
    public void connected(Connection from) {
        on(new SessionEvent.TcpCrAcked());
    }

    @Override
    public void failed(Connection from, TcpFailure failure) {
        on(new SessionEvent.TcpConnectionFails(failure));
    }

    @Override
    public void received(Connection from, ReadResult result) {
        switch (result) {
            case ReadResult.Ok(var message) -> journal.received(message);
            case ReadResult.Faulty(var usable, var action, var faults) -> {
                journal.receivedFaulty(usable);
                LOG.log(Level.DEBUG, () -> "peer " + config.name() + ": UPDATE, " + action + ": " + faults);
            }
            case ReadResult.Refused _ -> {} // the event says it
        }
        on(ReceivedEvents.of(result));
    }

    @Override
    public void written(Connection from) {
        timers.restart(SessionTimer.SEND_HOLD);
    }

    @Override
    public void writableAgain(Connection from) {
        endTurnLater();
    }

    // --- the end of a turn of the event loop

    private void endTurnLater() {
        if (!turnEndsLater) {
            turnEndsLater = true;
            environment.loop().execute(this::endTurn);
        }
    }

    private void endTurn() {
        turnEndsLater = false;
        if (connection != null) {
            if (adjRibOut != null) {
                writeRoutes(connection, adjRibOut);
            }
            connection.flush();
        }
        int routesBefore = status().routesSent();
        PeerStatus now = publish();
        if (now.routesSent() != routesBefore) {
            announce(now);
        }
    }

    /// As many as the connection takes; it says when it takes more.
    private void writeRoutes(Connection to, AdjRibOut from) {
        Optional<Update> next = to.writable() ? from.next() : Optional.empty();
        while (next.isPresent()) {
            send(next.get());
            next = to.writable() ? from.next() : Optional.empty();
        }
    }

    private PeerStatus publish() {
        return journal.publish(config, session, adjRibOut == null ? 0 : adjRibOut.size());
    }

    private void announce(PeerStatus status) {
        try {
            environment.listener().changed(status);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the listener failed at " + status, e);
        }
    }
}
