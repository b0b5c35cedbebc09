package io.porterlb.agent.bfd;

import io.porterlb.address.IpAddress;
import io.porterlb.bfd.BfdSessionConfig;
import io.porterlb.desired.plan.BfdPlan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Turns what a plan says of BFD into the words of its library. BgpPeers that lead the same way to the same router
/// (other ports) share one session, for there can be only one.
///
/// @param sessions named by their way, so that one stays itself while BgpPeers come and go; the first of its BgpPeers
///     sets the pace
/// @param peers BgpPeers by session
record BfdPlans(Set<BfdSessionConfig> sessions, Map<String, Set<String>> peers) {
    /// @param learned addresses of routers that are known by their link only, by BgpPeer
    static BfdPlans of(NodePlan plan, Map<String, IpAddress> learned) {
        Map<String, BfdSessionConfig> sessions = new LinkedHashMap<>();
        Map<String, Set<String>> peers = new HashMap<>();
        plan.speaker()
                .ifPresent(speaker -> speaker.peers().stream()
                        .filter(peer -> !peer.adminDown())
                        .forEach(peer -> config(peer, learned).ifPresent(config -> {
                            sessions.putIfAbsent(config.name(), config);
                            peers.computeIfAbsent(config.name(), _ -> new HashSet<>())
                                    .add(peer.name());
                        })));
        return new BfdPlans(Set.copyOf(sessions.values()), peers);
    }

    /// BgpPeers of a session; none if there is no such session.
    Set<String> peers(String session) {
        return peers.getOrDefault(session, Set.of());
    }

    /// A new map of all BgpPeers that have a session.
    Map<String, String> sessionByPeer() {
        Map<String, String> sessionByPeer = new HashMap<>();
        peers.forEach((session, names) -> names.forEach(name -> sessionByPeer.put(name, session)));
        return sessionByPeer;
    }

    private static Optional<BfdSessionConfig> config(PeerPlan peer, Map<String, IpAddress> learned) {
        return peer.bfd().flatMap(bfd -> switch (peer.neighbor()) {
            case NeighborPlan.At at -> Optional.of(config(peer, bfd, at.address(), at.networkInterface()));
            case NeighborPlan.OnLink link ->
                Optional.ofNullable(learned.get(peer.name()))
                        .map(address -> config(peer, bfd, address, Optional.of(link.networkInterface())));
        });
    }

    private static BfdSessionConfig config(PeerPlan peer, BfdPlan bfd, IpAddress address, Optional<String> device) {
        Duration interval = Duration.ofMillis(bfd.intervalMilliseconds());
        OptionalInt minimumTtl = bfd.minimumTtl();
        Optional<IpAddress> local = peer.transport().localAddress();
        return new BfdSessionConfig(
                name(address, local, device, minimumTtl.isPresent()),
                address,
                local,
                device,
                minimumTtl,
                interval,
                interval,
                bfd.multiplier(),
                false,
                false);
    }

    /// All that tells one session from another: there can be only one that goes this way.
    private static String name(IpAddress peer, Optional<IpAddress> local, Optional<String> device, boolean multihop) {
        return peer
                + local.map(address -> " from " + address).orElse("")
                + device.map(name -> " on " + name).orElse("")
                + (multihop ? " multihop" : "");
    }
}
