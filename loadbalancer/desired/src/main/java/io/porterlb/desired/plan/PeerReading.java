package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpPeerView;
import java.util.Optional;
import java.util.OptionalInt;

/// A BgpPeer made into the session of a node, or why that cannot be. In timers, 0 means absent: OpenELB decodes them
/// into GoBGP's messages, where a field that is not set is 0.
sealed interface PeerReading {
    /// Seconds; what [RFC 4271 section 10](https://www.rfc-editor.org/rfc/rfc4271#section-10) suggests.
    int HOLD_TIME = 90;

    /// Seconds. The RFC suggests 120; a router that comes back should have its routes sooner.
    int CONNECT_RETRY = 5;

    record Session(PeerPlan plan) implements PeerReading {}

    record Unusable(PeerProblem problem) implements PeerReading {}

    static PeerReading of(BgpPeerView peer, SpeakerIdentity identity) {
        return switch (identity) {
            case SpeakerIdentity.Unknown(PeerProblem problem) -> new Unusable(problem);
            case SpeakerIdentity.Known known -> of(peer, known);
        };
    }

    private static PeerReading of(BgpPeerView peer, SpeakerIdentity.Known identity) {
        Optional<IpAddress> neighbor = IpAddress.parse(peer.neighborAddress().strip());
        if (neighbor.isEmpty()) {
            return new Unusable(new PeerProblem.InvalidNeighborAddress(peer.neighborAddress()));
        }
        PeerPlan plan = session(peer, neighbor.get(), identity.localAs());
        return problem(peer, plan).<PeerReading>map(Unusable::new).orElseGet(() -> new Session(plan));
    }

    private static PeerPlan session(BgpPeerView peer, IpAddress neighbor, long confAs) {
        int holdTime = orDefault(peer.holdTime(), HOLD_TIME);
        return new PeerPlan(
                peer.name(),
                neighbor,
                peer.remotePort(),
                peer.peerAs(),
                peer.localAs() == 0 ? confAs : peer.localAs(),
                holdTime,
                orDefault(peer.keepaliveInterval(), holdTime / 3), // RFC 4271 section 10
                orDefault(peer.connectRetry(), CONNECT_RETRY),
                peer.multihopTtl(),
                peer.adminDown());
    }

    private static int orDefault(OptionalInt seconds, int otherwise) {
        return seconds.orElse(0) == 0 ? otherwise : seconds.getAsInt();
    }

    private static Optional<PeerProblem> problem(BgpPeerView peer, PeerPlan plan) {
        if (plan.address().family() == IpFamily.V6) {
            return Optional.of(new PeerProblem.Ipv6NeighborNotSupported(peer.neighborAddress()));
        }
        if (peer.passive()) {
            return Optional.of(new PeerProblem.PassiveModeNotSupported());
        }
        return numbers(plan).or(() -> timers(plan));
    }

    private static Optional<PeerProblem> numbers(PeerPlan plan) {
        if (outside(1, plan.peerAs(), SpeakerIdentity.MAX_AS)) {
            return Optional.of(new PeerProblem.InvalidPeerAs(plan.peerAs()));
        }
        if (outside(1, plan.localAs(), SpeakerIdentity.MAX_AS)) {
            return Optional.of(new PeerProblem.InvalidLocalAs(plan.localAs()));
        }
        if (outside(1, plan.port(), 65535)) {
            return Optional.of(new PeerProblem.InvalidRemotePort(plan.port()));
        }
        int ttl = plan.multihopTtl().orElse(1);
        return outside(1, ttl, 255) ? Optional.of(new PeerProblem.InvalidMultihopTtl(ttl)) : Optional.empty();
    }

    /// A hold time of 1 or 2 is not allowed ([RFC 4271 4.2](https://www.rfc-editor.org/rfc/rfc4271#section-4.2)).
    private static Optional<PeerProblem> timers(PeerPlan plan) {
        boolean wrong = outside(3, plan.holdTime(), 65535)
                || outside(1, plan.keepalive(), plan.holdTime() - 1)
                || outside(1, plan.connectRetry(), 65535);
        return wrong
                ? Optional.of(new PeerProblem.InvalidTimers(plan.holdTime(), plan.keepalive(), plan.connectRetry()))
                : Optional.empty();
    }

    private static boolean outside(long least, long value, long most) {
        return value < least || value > most;
    }
}
