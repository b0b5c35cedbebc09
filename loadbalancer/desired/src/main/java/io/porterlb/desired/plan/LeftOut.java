package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.NodeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Nodes that no session of a BgpPeer announces, because its nodeSelector leaves them out: those that it
/// selects do so in their place, as further next hops (ADD-PATH). So OpenELB has it; in a rack, only for nodes
/// of the same rack.
record LeftOut(ClusterView view, NodeView node) {
    /// @param peers BgpPeers that the node has sessions with
    List<PlannedRoute> routes(List<PeerPlan> peers, List<Addresses.Shown> announced) {
        Map<String, TreeSet<String>> tellers = new TreeMap<>();
        for (PeerPlan peer : peers) {
            BgpPeerView from = Objects.requireNonNull(view.peers().get(peer.name()));
            leftOut(from)
                    .forEach(other -> tellers.computeIfAbsent(other.name(), _ -> new TreeSet<>())
                            .add(peer.name()));
        }
        if (tellers.isEmpty()) {
            return List.of();
        }
        Map<String, Long> ids = PathIds.of(view.nodes().keySet());
        Map<Way, PlannedRoute> routes = new LinkedHashMap<>();
        tellers.forEach((name, told) -> {
            NodeView other = Objects.requireNonNull(view.nodes().get(name));
            long id = Objects.requireNonNull(ids.get(name));
            new Reachability(view, other)
                    .routes(announced)
                    .forEach(route -> via(other, id, route, told)
                            .ifPresent(made -> routes.merge(Way.of(made), made, LeftOut::better)));
        });
        return List.copyOf(routes.values());
    }

    /// The one that stays.
    private static PlannedRoute better(PlannedRoute first, PlannedRoute second) {
        return first.leaving() ? second : first;
    }

    /// Two Nodes that claim one address are one next hop.
    private record Way(Prefix prefix, Optional<IpAddress> nextHop) {
        static Way of(PlannedRoute route) {
            return new Way(route.prefix(), route.nextHop().map(NextHop::address));
        }
    }

    private List<NodeView> leftOut(BgpPeerView peer) {
        if (peer.announceSelf()) {
            return List.of();
        }
        return view.nodes().values().stream()
                .filter(other -> !peer.nodeSelector().matches(other.labels()) && sameRack(other))
                .toList();
    }

    private boolean sameRack(NodeView other) {
        String rack = node.labels().get(SpeakerIdentity.RACK_LABEL);
        return rack == null || rack.equals(other.labels().get(SpeakerIdentity.RACK_LABEL));
    }

    private static Optional<PlannedRoute> via(NodeView other, long id, PlannedRoute route, TreeSet<String> tellers) {
        Optional<IpAddress> address = other.ips().stream()
                .filter(a -> a.family() == route.prefix().address().family())
                .findFirst();
        List<String> peers = tellers.stream()
                .filter(peer -> route.peers().isEmpty() || route.peers().contains(peer))
                .toList();
        return address.filter(_ -> !peers.isEmpty())
                .map(hop -> new PlannedRoute(
                        route.prefix(),
                        Optional.of(new NextHop(hop, id)),
                        route.policy(),
                        route.standby(),
                        route.linkBandwidth(),
                        peers,
                        route.services(),
                        route.leaving()));
    }
}
