package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.NeighborView;
import io.porterlb.desired.view.TransportView;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What keeps a node from opening the session of a BgpPeer. The CRD lets little of it in; objects may be older than
/// its rules.
record PeerChecks(BgpPeerView peer, SpeakerContext context) {
    /// The first that there is.
    Optional<PeerProblem> problem() {
        return Stream.<Supplier<Optional<PeerProblem>>>of(
                        this::neighbor,
                        this::numbers,
                        this::connection,
                        this::families,
                        this::timers,
                        this::bfd,
                        this::restart,
                        () -> PasswordReading.problem(peer, context.secrets()))
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    private Optional<PeerProblem> neighbor() {
        NeighborView neighbor = peer.neighbor();
        if (neighbor.unnumbered()) {
            return Optional.empty();
        }
        Optional<IpAddress> parsed = IpAddress.parse(neighbor.address().strip());
        boolean onLink = !neighbor.networkInterface().isEmpty();
        if (parsed.isEmpty()) {
            return Optional.of(new PeerProblem.InvalidNeighborAddress(neighbor.address()));
        }
        boolean linkLocal = parsed.get().family() == IpFamily.V6
                && parsed.get().toInetAddress().isLinkLocalAddress();
        return when(linkLocal && !onLink, new PeerProblem.InterfaceMissing(neighbor.address()));
    }

    private Optional<PeerProblem> numbers() {
        long peerAs = peer.neighbor().peerAs();
        if (outside(1, peerAs, SpeakerIdentity.MAX_AS)) {
            return Optional.of(new PeerProblem.InvalidPeerAs(peerAs));
        }
        long localAs = PeerPlanning.localAs(peer, context);
        return when(outside(1, localAs, SpeakerIdentity.MAX_AS), new PeerProblem.InvalidLocalAs(localAs));
    }

    private Optional<PeerProblem> connection() {
        TransportView transport = peer.transport();
        int ttl = transport.multihopTtl().orElse(1);
        int hops = transport.ttlSecurityHops().orElse(1);
        return when(
                        outside(1, transport.remotePort(), 65535),
                        new PeerProblem.InvalidRemotePort(transport.remotePort()))
                .or(() -> when(outside(1, ttl, 255), new PeerProblem.InvalidMultihopTtl(ttl)))
                .or(() -> when(outside(1, hops, 254), new PeerProblem.InvalidTtlSecurity(hops)))
                .or(() -> when(
                        transport.multihopTtl().isPresent()
                                && transport.ttlSecurityHops().isPresent(),
                        new PeerProblem.MultihopWithTtlSecurity()))
                .or(() -> when(transport.passive() && context.listenPort() < 0, new PeerProblem.NotListening()))
                .or(() -> localAddress(transport.localAddress()));
    }

    private Optional<PeerProblem> localAddress(String text) {
        boolean usable = IpAddress.parse(text)
                .filter(local -> local.family()
                        == new PeerPlanning(peer, context).neighbor().family())
                .isPresent();
        return when(!text.isEmpty() && !usable, new PeerProblem.InvalidLocalAddress(text));
    }

    private Optional<PeerProblem> families() {
        boolean none = peer.families().filter(listed -> listed.isEmpty()).isPresent();
        return when(none, new PeerProblem.NoFamilyEnabled());
    }

    /// A hold time of 1 or 2 is not allowed ([RFC 4271 4.2](https://www.rfc-editor.org/rfc/rfc4271#section-4.2)).
    private Optional<PeerProblem> timers() {
        TimersPlan timers = PeerPlanning.timers(peer.timers());
        boolean wrong = outside(3, timers.holdTime(), 65535)
                || outside(1, timers.keepalive(), timers.holdTime() - 1L)
                || outside(1, timers.connectRetry(), 65535);
        return when(wrong, new PeerProblem.InvalidTimers(timers.holdTime(), timers.keepalive(), timers.connectRetry()));
    }

    private Optional<PeerProblem> bfd() {
        return peer.bfd()
                .filter(bfd -> outside(50, bfd.intervalMilliseconds(), 60000)
                        || outside(1, bfd.multiplier(), 255)
                        || outside(1, bfd.minimumTtl().orElse(1), 255))
                .map(bfd -> new PeerProblem.InvalidBfd(
                        bfd.intervalMilliseconds(),
                        bfd.multiplier(),
                        bfd.minimumTtl().orElse(1)));
    }

    private Optional<PeerProblem> restart() {
        int time = PeerPlanning.restart(peer, context).restartTime();
        return when(outside(1, time, 4095), new PeerProblem.InvalidRestartTime(time));
    }

    private static Optional<PeerProblem> when(boolean wrong, PeerProblem problem) {
        return wrong ? Optional.of(problem) : Optional.empty();
    }

    private static boolean outside(long least, long value, long most) {
        return value < least || value > most;
    }
}
