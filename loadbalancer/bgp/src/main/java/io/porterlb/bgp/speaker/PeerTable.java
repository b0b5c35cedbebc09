package io.porterlb.bgp.speaker;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.fsm.BfdPath;
import io.porterlb.bgp.net.Incoming;
import io.porterlb.bgp.net.nd.NeighborFinder;
import io.porterlb.bgp.peer.Peer;
import io.porterlb.bgp.peer.PeerEnvironment;
import io.porterlb.bgp.peer.SpeakerMood;
import io.porterlb.bgp.restart.RestartPhase;
import io.porterlb.bgp.restart.RoutesPending;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The peers by name, and the routes that all of them are told of. All methods but [#status] are to be called
/// on the event loop.
public final class PeerTable {
    private final PeerEnvironment environment;
    private final LinkNeighbors neighbors;
    private final SortedMap<String, Peer> peers = new TreeMap<>();
    private volatile List<Peer> listed = List.of();
    private final SpeakerStart start;
    private final Instant began;
    private SpeakerMood mood;
    private LocalRoutes routes = LocalRoutes.NONE;

    /// @param start what peers are told of the time before
    /// @param finder looks for the peers whose address is not configured
    public PeerTable(PeerEnvironment environment, SpeakerStart start, NeighborFinder finder) {
        this.environment = environment;
        this.neighbors = new LinkNeighbors(
                finder,
                environment.loop(),
                (device, address) -> on(device).forEach(peer -> peer.heard(address)),
                (device, fault) -> on(device).forEach(peer -> peer.notHeard(fault)));
        this.start = start;
        this.began = environment.clock().instant();
        this.mood = new SpeakerMood(false, RoutesPending.of(start));
        if (start.restarted()) {
            after(start.routesWithin(), this::routesAreKnown);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it, and it harms nothing when it is late
    private void after(Duration time, Runnable task) {
        environment.loop().schedule(task, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// A snapshot in the order of names, for any thread.
    public List<PeerStatus> status() {
        return listed.stream().map(Peer::status).toList();
    }

    /// Makes these the peers.
    public void configure(Map<String, PeerConfig> wanted) {
        remove(wanted);
        wanted.forEach(this::put);
        listed = List.copyOf(peers.values());
        neighbors.configure(wanted.values());
        listed.forEach(peer -> neighbors.neighborOf(peer.config()).ifPresent(peer::heard));
    }

    private Stream<Peer> on(String device) {
        return peers.values().stream()
                .filter(peer -> LinkNeighbors.device(peer.config())
                        .filter(device::equals)
                        .isPresent());
    }

    private void remove(Map<String, PeerConfig> wanted) {
        peers.entrySet().removeIf(entry -> {
            boolean gone = !wanted.containsKey(entry.getKey());
            if (gone) {
                entry.getValue().stop(Optional.of(Notification.of(NotificationCode.PEER_DE_CONFIGURED)));
            }
            return gone;
        });
    }

    private void put(String name, PeerConfig config) {
        Peer known = peers.get(name);
        if (known != null) {
            known.reconfigure(config);
            return;
        }
        Duration left = restartTimeLeft(config);
        RestartPhase phase = RestartPhase.of(start);
        Peer added = new Peer(config, routes, mood, left.isPositive() ? phase : phase.ended(), environment);
        peers.put(name, added);
        added.start();
        if (left.isPositive()) {
            after(left, added::restartEnds);
        }
    }

    /// Until the peer has thrown our old routes away; a peer that comes later than that is told of no restart.
    private Duration restartTimeLeft(PeerConfig config) {
        Duration passed = Duration.between(began, environment.clock().instant());
        return start.restarted() ? config.gracefulRestart().restartTime().minus(passed) : Duration.ZERO;
    }

    /// Gives a connection to the peer that it comes from; nobody else gets an answer.
    public void incoming(Incoming connection) {
        peers.values().stream()
                .filter(peer -> Origin.fits(peer.config(), connection))
                .min(Comparator.comparing(peer -> !peer.config().transport().passive()))
                .ifPresentOrElse(peer -> peer.incoming(connection), connection::refuse);
    }

    /// Makes these the routes.
    public void advertise(LocalRoutes wanted) {
        RouteDelta delta = RouteDelta.between(routes, wanted);
        routes = wanted;
        peers.values().forEach(peer -> peer.advertise(wanted, delta));
        routesAreKnown();
    }

    private void routesAreKnown() {
        if (mood.routes().waiting()) {
            tell(mood.withRoutesKnown());
        }
    }

    /// Announces all routes as ones that will soon be gone, or no longer so.
    public void drain(boolean draining) {
        if (mood.draining() != draining) {
            tell(mood.withDraining(draining));
        }
    }

    private void tell(SpeakerMood next) {
        mood = next;
        peers.values().forEach(peer -> peer.tell(next));
    }

    /// The same for the peers that don't keep our routes while we restart.
    public void drainForRestart() {
        peers.values().stream().filter(peer -> !keepsRoutes(peer)).forEach(peer -> peer.tell(mood.withDraining(true)));
    }

    private static boolean keepsRoutes(Peer peer) {
        return peer.status().session().filter(SessionInfo::keepsRoutes).isPresent();
    }

    /// Ends the session of a peer and starts another one.
    public void reset(String peer, String text) {
        Notification farewell = Notification.of(NotificationCode.ADMINISTRATIVE_RESET, text);
        known(peer).ifPresent(found -> found.restart(farewell));
    }

    /// What BFD says of the path to a peer.
    public void path(String peer, BfdPath path) {
        known(peer).ifPresent(found -> found.path(path));
    }

    private Optional<Peer> known(String peer) {
        return Optional.ofNullable(peers.get(peer));
    }

    /// Ends all sessions for a moment: peers that are to keep our routes are told nothing, the others goodbye.
    public void shutDownForRestart() {
        neighbors.configure(Set.of());
        Notification farewell = Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN);
        peers.values().forEach(peer -> peer.stop(keepsRoutes(peer) ? Optional.empty() : Optional.of(farewell)));
    }

    /// Ends all sessions for good.
    public void shutDown() {
        neighbors.configure(Set.of());
        Notification farewell = Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN);
        peers.values().forEach(peer -> peer.stop(Optional.of(farewell)));
    }
}
