package io.porterlb.agent.bgp;

import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
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
        return PeerConfig.of(peer.name(), peer.address(), peer.localAs(), peer.peerAs(), speaker.routerId())
                .withTimes(times(peer))
                .withTransport(transport(peer))
                .withShutdown(peer.adminDown() ? Optional.of("") : Optional.empty());
    }

    private static SessionTimes times(PeerPlan peer) {
        return new SessionTimes(
                Duration.ofSeconds(peer.holdTime()),
                Optional.of(Duration.ofSeconds(peer.keepalive())),
                Optional.of(Duration.ofSeconds(peer.connectRetry())));
    }

    private static Transport transport(PeerPlan peer) {
        Transport transport = Transport.DEFAULT.withPort(peer.port());
        return peer.multihopTtl().isPresent()
                ? transport.withTimeToLive(
                        new TimeToLive.Multihop(peer.multihopTtl().getAsInt()))
                : transport;
    }
}
