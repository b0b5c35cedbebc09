package io.porterlb.agent.bgp;

import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.desired.plan.FamilyPlan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.plan.RestartPlan;
import io.porterlb.desired.plan.SpeakerPlan;
import io.porterlb.desired.plan.TimersPlan;
import io.porterlb.desired.view.PeerRole;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns the sessions of a plan into the words of the BGP library, which knows nothing of plans.
public final class PeerConfigs {
    private PeerConfigs() {}

    /// The sessions that the node keeps; empty where it has no speaker.
    public static Set<PeerConfig> peers(NodePlan plan) {
        return plan.speaker().stream()
                .flatMap(speaker -> speaker.peers().stream().map(peer -> config(speaker, peer)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static PeerConfig config(SpeakerPlan speaker, PeerPlan peer) {
        return new PeerConfig(
                peer.name(),
                address(peer.neighbor()),
                peer.localAs(),
                peer.peerAs(),
                speaker.routerId(),
                times(peer.timers()),
                Transports.transport(peer.transport()),
                peer.families().stream().map(PeerConfigs::family).collect(Collectors.toUnmodifiableSet()),
                restart(peer.restart()),
                Routes.attributes(peer.export(), OptionalLong.empty()),
                peer.role().map(PeerConfigs::role),
                peer.bfd().filter(bfd -> bfd.strict()).isPresent(),
                peer.adminDown() ? Optional.of("") : Optional.empty());
    }

    private static PeerAddress address(NeighborPlan neighbor) {
        return switch (neighbor) {
            case NeighborPlan.At at -> new PeerAddress.At(at.address(), at.networkInterface());
            case NeighborPlan.OnLink link -> new PeerAddress.OnLink(link.networkInterface());
        };
    }

    private static SessionTimes times(TimersPlan timers) {
        return new SessionTimes(
                Duration.ofSeconds(timers.holdTime()),
                Optional.of(Duration.ofSeconds(timers.keepalive())),
                Optional.of(Duration.ofSeconds(timers.connectRetry())));
    }

    private static FamilyConfig family(FamilyPlan plan) {
        return FamilyConfig.of(plan.family()).withAddPath(plan.sendMax());
    }

    private static GracefulRestart restart(RestartPlan plan) {
        return new GracefulRestart(plan.enabled(), Duration.ofSeconds(plan.restartTime()), plan.notification());
    }

    private static BgpRole role(PeerRole role) {
        return switch (role) {
            case PROVIDER -> BgpRole.PROVIDER;
            case RS -> BgpRole.RS;
            case RS_CLIENT -> BgpRole.RS_CLIENT;
            case CUSTOMER -> BgpRole.CUSTOMER;
            case PEER -> BgpRole.PEER;
        };
    }
}
