package io.porterlb.agent.bgp;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.plan.SpeakerPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns a plan into the words of the BGP library, which knows nothing of plans.
public final class PeerConfigs {
    private PeerConfigs() {}

    /// The sessions that the node keeps; empty where it has no speaker.
    public static Set<PeerConfig> peers(NodePlan plan) {
        return plan.speaker().stream()
                .flatMap(speaker -> speaker.peers().stream().map(peer -> config(speaker, peer)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The routes that the node announces, each with the session's own address as next hop.
    public static Set<Route> routes(NodePlan plan) {
        return plan.routes().stream().map(route -> Route.of(route.prefix())).collect(Collectors.toUnmodifiableSet());
    }

    private static PeerConfig config(SpeakerPlan speaker, PeerPlan peer) {
        return new PeerConfig(
                peer.name(),
                peer.address(),
                peer.port(),
                peer.localAs(),
                peer.peerAs(),
                speaker.routerId(),
                Duration.ofSeconds(peer.holdTime()),
                Optional.of(Duration.ofSeconds(peer.keepalive())),
                Optional.of(Duration.ofSeconds(peer.connectRetry())),
                Optional.empty(),
                peer.multihopTtl(),
                peer.adminDown());
    }
}
