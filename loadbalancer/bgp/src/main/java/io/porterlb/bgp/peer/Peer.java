package io.porterlb.bgp.peer;

import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.BfdPath;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.PeerAction;
import io.porterlb.bgp.fsm.PeerMachine;
import io.porterlb.bgp.fsm.PeerSessions;
import io.porterlb.bgp.fsm.PeerStep;
import io.porterlb.bgp.fsm.Place;
import io.porterlb.bgp.fsm.SessionEvent;
import io.porterlb.bgp.fsm.SessionFault;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.net.Incoming;
import io.porterlb.bgp.restart.RestartPhase;
import io.porterlb.bgp.rib.AdjRibOut;
import io.porterlb.bgp.rib.Export;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.rib.SessionLink;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.ReadResult;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One configured peer and its sessions. All methods but [#status] are to be called on its event loop.
public final class Peer implements SessionOwner {
    private final PeerEnvironment environment;
    private final PeerJournal journal;
    private final PeerNews news;

    private PeerConfig config;
    private PeerMachine machine;
    private LocalRoutes routes;
    private SpeakerMood mood;
    private RestartPhase restart;
    private PeerSessions sessions = PeerSessions.INITIAL;
    private SessionSlot main;
    private @Nullable SessionSlot rival;
    private @Nullable Incoming offered;
    private boolean turnEndsLater;

    /// A peer that is not started yet.
    ///
    /// @param restart what it is told of a restart of the speaker
    public Peer(
            PeerConfig config,
            LocalRoutes routes,
            SpeakerMood mood,
            RestartPhase restart,
            PeerEnvironment environment) {
        this.config = config;
        this.mood = mood;
        this.restart = restart;
        this.machine = new PeerMachine(config, restart.restarted());
        this.routes = routes;
        this.environment = environment;
        this.journal = new PeerJournal(config, environment.clock());
        this.news = new PeerNews(config.name(), environment.listener());
        this.main = new SessionSlot(this, environment);
    }

    /// A snapshot, for any thread.
    public PeerStatus status() {
        return journal.status();
    }

    public PeerConfig config() {
        return config;
    }

    // --- orders from the speaker

    /// Begins to connect, unless the peer is to be left alone.
    public void start() {
        if (!config.adminDown()) {
            run(machine.onBoth(sessions, new SessionEvent.ManualStart()));
        }
    }

    /// Ends the session.
    ///
    /// @param farewell what the router is told; the connection is just closed if empty
    public void stop(Optional<Notification> farewell) {
        journal.stopped();
        run(machine.onBoth(sessions, new SessionEvent.ManualStop(farewell)));
    }

    /// Ends the session and starts another one.
    public void restart(Notification farewell) {
        stop(Optional.of(farewell));
        start();
    }

    /// The router opened a connection.
    public void incoming(Incoming connection) {
        if (!connection.prepare(config)) {
            connection.refuse();
            return;
        }
        offered = connection;
        run(machine.incoming(sessions));
        offered = null;
    }

    /// Takes over another configuration of the same name. A session that is up stays up if it can.
    public void reconfigure(PeerConfig next) {
        ConfigChange change = ConfigChange.between(config, next, sessions.main().state());
        switch (change) {
            case NONE -> {}
            case KEEPS_SESSION -> {
                use(next);
                main.connection().ifPresent(connection -> connection.timeToLiveOf(next));
                main.feed().ifPresent(feed -> feed.reexport(next));
                turnEnds();
            }
            case SHUTS_DOWN -> {
                stop(Optional.of(shutdown(next)));
                use(next);
            }
            case RESETS -> {
                stop(Optional.of(Notification.of(NotificationCode.OTHER_CONFIGURATION_CHANGE)));
                use(next);
                start();
            }
        }
    }

    private static Notification shutdown(PeerConfig next) {
        return Notification.of(
                NotificationCode.ADMINISTRATIVE_SHUTDOWN, next.shutdown().orElse(""));
    }

    private void use(PeerConfig next) {
        config = next;
        machine = new PeerMachine(next, restart.restarted());
        sessions = machine.adopt(sessions);
    }

    /// What BFD says of the path to the peer.
    public void path(BfdPath path) {
        SessionEvent event = switch (path) {
            case UP -> new SessionEvent.PathUp();
            case DOWN -> new SessionEvent.PathDown();
            case UNKNOWN -> new SessionEvent.PathUnknown();
        };
        run(machine.onBoth(sessions, event));
    }

    /// The speaker as a whole is in another mood.
    public void tell(SpeakerMood next) {
        mood = next;
        main.feed().ifPresent(feed -> feed.tell(next));
        turnEnds();
    }

    /// The restart of the speaker no longer matters to this peer.
    public void restartEnds() {
        restart = restart.ended();
        use(config);
    }

    /// Takes over other routes.
    public void advertise(LocalRoutes next, RouteDelta delta) {
        routes = next;
        main.feed().ifPresent(feed -> {
            feed.apply(delta);
            turnEnds();
        });
    }

    // --- the machine and its actions

    @Override
    public void happened(SessionSlot slot, SessionEvent event) {
        if (slot == main) {
            run(machine.on(sessions, Place.MAIN, event));
        } else if (slot == rival) {
            run(machine.on(sessions, Place.RIVAL, event));
        }
    }

    private void run(PeerStep step) {
        sessions = step.next();
        step.actions().forEach(this::act);
        if (journal.entered(sessions.foremost().state())) {
            news.changed(publish());
            if (sessions.main().state() == SessionState.ESTABLISHED) {
                restartEnds();
            }
        }
        turnEnds();
    }

    private void act(PeerAction action) {
        switch (action) {
            case PeerAction.Do(var place, var what) -> slot(place).act(what);
            case PeerAction.Attach(var place) -> attach(place);
            case PeerAction.TurnAway() -> offered().refuse();
            case PeerAction.DropRival() -> {
                slot(Place.RIVAL).end();
                rival = null;
            }
            case PeerAction.Promote() -> {
                main.end();
                main = slot(Place.RIVAL);
                rival = null;
            }
        }
    }

    private void attach(Place place) {
        if (place == Place.RIVAL) {
            rival = new SessionSlot(this, environment);
        }
        slot(place).attach(offered());
    }

    private Incoming offered() {
        if (offered == null) {
            throw new IllegalStateException("peer " + config.name() + ": no connection to take in " + sessions);
        }
        return offered;
    }

    private SessionSlot slot(Place place) {
        SessionSlot slot = place == Place.MAIN ? main : rival;
        if (slot == null) {
            throw new IllegalStateException("peer " + config.name() + " has no rival session in " + sessions);
        }
        return slot;
    }

    @Override
    public Connection dial(SessionSlot slot) {
        return environment.dialer().dial(at(), config, slot);
    }

    private PeerAddress.At at() {
        return switch (config.address()) {
            case PeerAddress.At at -> at;
            case PeerAddress.OnLink link -> throw new IllegalStateException("nobody is known on " + link.device());
        };
    }

    @Override
    public RouteFeed feed(Negotiated negotiated, Connection connection) {
        PeerConfig agreed = config.withFamilies(negotiated.families().toArray(FamilyConfig[]::new));
        SessionLink link = new SessionLink(
                Optional.of(connection.remoteAddress()), environment.links().of(connection.localAddress()), List.of());
        boolean marks = negotiated.peer().enhancedRouteRefresh();
        RouteFeed feed = new RouteFeed(
                new AdjRibOut(new Export(agreed, link, negotiated.codec()).draining(mood.draining())),
                negotiated.codec().families(),
                marks);
        feed.begin(routes, mood);
        return feed;
    }

    @Override
    public void report(SessionFault fault) {
        journal.failed(fault);
        news.failed(fault);
    }

    @Override
    public void received(ReadResult result) {
        journal.received(result);
        news.received(result);
    }

    @Override
    public void sent(BgpMessage message) {
        journal.sent(message);
        news.sent(message);
    }

    // --- the end of a turn of the event loop

    @Override
    public void turnEnds() {
        if (!turnEndsLater) {
            turnEndsLater = true;
            environment.loop().execute(this::endTurn);
        }
    }

    private void endTurn() {
        turnEndsLater = false;
        main.flush();
        if (rival != null) {
            rival.flush();
        }
        int routesBefore = status().routesSent();
        PeerStatus now = publish();
        if (now.routesSent() != routesBefore) {
            news.changed(now);
        }
    }

    private PeerStatus publish() {
        return journal.publish(config, sessions.foremost(), main);
    }

    @Override
    public String toString() {
        return "peer " + config.name() + " in " + sessions;
    }
}
