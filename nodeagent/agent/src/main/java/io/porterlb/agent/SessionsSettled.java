package io.porterlb.agent;

import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.program.health.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether the sessions of the first plan have come up, so that a rolling update goes on to the next node only when
/// routers have this one's routes again. A router that does not answer must not hold up the update for ever. Once well,
/// always well: what happens later is in the status of BgpPeers. Any thread.
final class SessionsSettled {
    /// So long after the first plan sessions are waited for: beyond the pause between two attempts to connect.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InstantSource clock;
    private final Supplier<List<PeerStatus>> statuses;
    private volatile @Nullable First first;
    private volatile boolean settled;

    private record First(Set<String> peers, Instant at) {}

    /// @param statuses how the sessions are at the moment of the call
    SessionsSettled(InstantSource clock, Supplier<List<PeerStatus>> statuses) {
        this.clock = clock;
        this.statuses = statuses;
    }

    /// The node now does what this plan says.
    void applied(NodePlan plan) {
        if (first == null) {
            first = new First(wanted(plan), clock.instant());
        }
    }

    private static Set<String> wanted(NodePlan plan) {
        return plan.speaker().stream()
                .flatMap(speaker -> speaker.peers().stream())
                .filter(peer -> !peer.adminDown())
                .map(PeerPlan::name)
                .collect(Collectors.toSet());
    }

    Check check() {
        return new Check("sessions", this::trouble);
    }

    private Optional<String> trouble() {
        First plan = first;
        if (settled) {
            return Optional.empty();
        }
        if (plan == null) {
            return Optional.of("There is no plan yet.");
        }
        String missing = missing(plan);
        settled = missing.isEmpty()
                || Duration.between(plan.at(), clock.instant()).compareTo(PATIENCE) >= 0;
        return settled ? Optional.empty() : Optional.of("BGP is not up yet with: " + missing + ".");
    }

    private String missing(First plan) {
        Set<String> up = statuses.get().stream()
                .filter(status -> status.state() == SessionState.ESTABLISHED)
                .map(PeerStatus::name)
                .collect(Collectors.toSet());
        return plan.peers().stream().filter(peer -> !up.contains(peer)).sorted().collect(Collectors.joining(", "));
    }
}
