package io.porterlb.bgp.speaker;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.net.Incoming;
import io.porterlb.bgp.peer.Peer;
import io.porterlb.bgp.peer.PeerEnvironment;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.fault.NotificationCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The peers by name, and the routes that all of them are told of. All methods but [#status] are to be called on the
/// event loop.
public final class PeerTable {
    private final PeerEnvironment environment;
    private final SortedMap<String, Peer> peers = new TreeMap<>();
    private volatile List<Peer> listed = List.of();
    private LocalRoutes routes = LocalRoutes.NONE;

    public PeerTable(PeerEnvironment environment) {
        this.environment = environment;
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
        Peer added = new Peer(config, routes, environment);
        peers.put(name, added);
        added.start();
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
    }

    /// Ends all sessions for good.
    public void shutDown() {
        Notification farewell = Notification.of(NotificationCode.ADMINISTRATIVE_SHUTDOWN);
        peers.values().forEach(peer -> peer.stop(Optional.of(farewell)));
    }
}
