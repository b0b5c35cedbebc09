package io.porterlb.bgp.peer;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.Failure;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.fsm.BfdPath;
import io.porterlb.bgp.fsm.Negotiated;
import io.porterlb.bgp.fsm.PeerMachine;
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
import java.util.Optional;

/// One configured peer and its sessions. All methods but [#status] are to be called on its event loop.
public final class Peer implements SessionOwner {
    private final PeerEnvironment environment;
    private final PeerJournal journal;
    private final PeerNews news;
    private final SessionPair sessions;

    private final Whereabouts where;
    private LocalRoutes routes;
    private SpeakerMood mood;
    private RestartPhase restart;
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
        this.where = new Whereabouts(config);
        this.mood = mood;
        this.restart = restart;
        this.routes = routes;
        this.environment = environment;
        this.journal = new PeerJournal(config, environment.clock());
        this.news = new PeerNews(config.name(), environment.listener());
        PeerMachine machine = new PeerMachine(config, restart.restarted());
        this.sessions = new SessionPair(machine, () -> new SessionSlot(this, environment), this::stepped);
    }

    /// A snapshot, for any thread.
    public PeerStatus status() {
        return journal.status();
    }

    /// As configured.
    public PeerConfig config() {
        return where.configured();
    }

    // --- orders from the speaker

    /// Begins to connect, unless the peer is to be left alone.
    public void start() {
        if (!config().adminDown()) {
            sessions.order(new SessionEvent.ManualStart());
        }
    }

    /// Ends the session.
    ///
    /// @param farewell what the router is told; the connection is just closed if empty
    public void stop(Optional<Notification> farewell) {
        journal.stopped();
        sessions.order(new SessionEvent.ManualStop(farewell));
    }

    /// Ends the session and starts another one.
    public void restart(Notification farewell) {
        restart(farewell, config());
    }

    /// Where there was a connection, the router has a moment to forget it. FRR 8.4, which makes a neighbor of a
    /// `bgp listen range` anew for each session, else sometimes takes the new connection for the neighbor that
    /// it is about to delete: the session is up then, but its routes are nowhere.
    private void restart(Notification farewell, PeerConfig next) {
        boolean connected = sessions.foremost().connected();
        stop(Optional.of(farewell));
        use(next);
        if (connected && !config().adminDown()) {
            sessions.order(new SessionEvent.AutomaticStartWithDampPeerOscillations());
        } else {
            start();
        }
    }

    /// The router opened a connection.
    public void incoming(Incoming connection) {
        if (connection.prepare(config())) {
            sessions.incoming(connection);
        } else {
            connection.refuse();
        }
    }

    /// Takes over another configuration of the same name. A session that is up stays up if it can.
    public void reconfigure(PeerConfig next) {
        switch (ConfigChange.between(config(), next, sessions.main().state())) {
            case NONE -> {}
            case KEEPS_SESSION -> {
                use(next);
                keepSession();
            }
            case SHUTS_DOWN -> {
                stop(Optional.of(shutdown(next)));
                use(next);
            }
            case RESETS -> restart(Notification.of(NotificationCode.OTHER_CONFIGURATION_CHANGE), next);
        }
    }

    private static Notification shutdown(PeerConfig next) {
        return Notification.of(
                NotificationCode.ADMINISTRATIVE_SHUTDOWN, next.shutdown().orElse(""));
    }

    private void use(PeerConfig next) {
        where.use(next);
        sessions.use(new PeerMachine(where.known(), restart.restarted()));
    }

    private void keepSession() {
        SessionSlot slot = sessions.mainSlot();
        slot.connection().ifPresent(connection -> connection.timeToLiveOf(config()));
        slot.feed().ifPresent(feed -> sessions.main().negotiated().ifPresent(agreed -> feed.reexport(told(agreed))));
        turnEnds();
    }

    /// The configuration, with the families that were agreed on and no more paths than that.
    private PeerConfig told(Negotiated agreed) {
        return config().withFamilies(agreed.families().toArray(FamilyConfig[]::new));
    }

    /// A router was heard on the link. The first address is connected to at once; another one at the next
    /// attempt, so that a session ends only if the old one no longer answers.
    public void heard(IpAddress address) {
        boolean first = where.learn(address);
        use(config());
        if (first && sessions.main().state() == SessionState.ACTIVE) {
            stop(Optional.empty());
            start();
        }
    }

    /// No router can be looked for on the peer's link, which matters as long as there is no session.
    public void notHeard(SessionFault fault) {
        if (!sessions.foremost().connected()) {
            report(fault);
            turnEnds();
        }
    }

    /// What BFD says of the path to the peer.
    public void path(BfdPath path) {
        SessionEvent event = switch (path) {
            case UP -> new SessionEvent.PathUp();
            case DOWN -> new SessionEvent.PathDown();
            case UNKNOWN -> new SessionEvent.PathUnknown();
        };
        sessions.order(event);
    }

    /// The speaker as a whole is in another mood.
    public void tell(SpeakerMood next) {
        mood = next;
        sessions.mainSlot().feed().ifPresent(feed -> feed.tell(next));
        turnEnds();
    }

    /// The restart of the speaker no longer matters to this peer.
    public void restartEnds() {
        restart = restart.ended();
        use(config());
    }

    /// Takes over other routes.
    public void advertise(LocalRoutes next, RouteDelta delta) {
        routes = next;
        sessions.mainSlot().feed().ifPresent(feed -> {
            feed.apply(delta);
            turnEnds();
        });
    }

    // --- what the sessions need

    @Override
    public void happened(SessionSlot slot, SessionEvent event) {
        sessions.happened(slot, event);
    }

    private void stepped() {
        if (journal.entered(sessions.foremost().state())) {
            news.changed(publish());
            if (sessions.main().state() == SessionState.ESTABLISHED) {
                restartEnds();
            }
        }
        turnEnds();
    }

    @Override
    public Connection dial(SessionSlot slot) {
        return environment.dialer().dial(at(), where.known(), slot);
    }

    private PeerAddress.At at() {
        return switch (where.known().address()) {
            case PeerAddress.At at -> at;
            case PeerAddress.OnLink link -> throw new IllegalStateException("nobody is known on " + link.device());
        };
    }

    @Override
    public RouteFeed feed(Negotiated negotiated, Connection connection) {
        SessionLink link =
                SessionLink.between(environment.links().of(connection.localAddress()), connection.remoteAddress());
        boolean marks = negotiated.peer().enhancedRouteRefresh();
        RouteFeed feed = new RouteFeed(
                new AdjRibOut(new Export(told(negotiated), link, negotiated.codec()).draining(mood.draining())),
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
        sessions.flush();
        PeerStatus before = status();
        PeerStatus now = publish();
        if (now.routesSent() != before.routesSent() || !reason(now).equals(reason(before))) {
            news.changed(now);
        }
    }

    private static Optional<String> reason(PeerStatus status) {
        return status.lastFailure().map(Failure::reason);
    }

    private PeerStatus publish() {
        return journal.publish(where.known(), sessions.foremost(), sessions.foremostSlot());
    }

    @Override
    public String toString() {
        return "peer " + config().name() + " in " + sessions;
    }
}
