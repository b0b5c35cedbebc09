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
import java.util.stream.Collectors;

/// Turns what a plan says of BFD into the words of its library. BgpPeers that lead the same way to the same router
/// (other ports) share one session, for there can be only one.
///
/// @param sessions named by the first of their BgpPeers
/// @param peers BgpPeers by session
record BfdPlans(Set<BfdSessionConfig> sessions, Map<String, Set<String>> peers) {
    /// @param learned addresses of routers that are known by their link only, by BgpPeer
    static BfdPlans of(NodePlan plan, Map<String, IpAddress> learned) {
        Map<Way, BfdSessionConfig> sessions = new LinkedHashMap<>();
        Map<String, Set<String>> peers = new HashMap<>();
        plan.speaker()
                .ifPresent(speaker -> speaker.peers().stream()
                        .filter(peer -> !peer.adminDown())
                        .forEach(peer -> config(peer, learned).ifPresent(config -> {
                            BfdSessionConfig kept = sessions.computeIfAbsent(Way.of(config), _ -> config);
                            peers.computeIfAbsent(kept.name(), _ -> new HashSet<>())
                                    .add(peer.name());
                        })));
        return new BfdPlans(Set.copyOf(sessions.values()), peers);
    }

    /// A new set of all BgpPeers that have a session.
    Set<String> watched() {
        return peers.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(HashSet::new));
    }

    /// What there can be only one of.
    private record Way(IpAddress peer, Optional<IpAddress> local, Optional<String> device, boolean multihop) {
        static Way of(BfdSessionConfig config) {
            return new Way(config.peer(), config.localAddress(), config.interfaceName(), config.isMultihop());
        }
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
        return new BfdSessionConfig(
                peer.name(),
                address,
                peer.transport().localAddress(),
                device,
                minimumTtl,
                interval,
                interval,
                bfd.multiplier(),
                false,
                false);
    }
}
