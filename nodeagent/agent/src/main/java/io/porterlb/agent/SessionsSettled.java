package io.porterlb.agent;

import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionState;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.program.health.Check;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the sessions that the node is to have are up for the first time, so that a rolling update goes on to
/// the next node only when routers have this one's routes again. A router that does not answer must not hold up
/// the update for ever. Once well, always well: what happens later is in the status of BgpPeers. Any thread.
final class SessionsSettled {
    /// So long after the first plan sessions are waited for: beyond the pause between two attempts to connect.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The same where a router is to connect; many try every 120 s only (RFC 4271 10, ConnectRetryTime).
    static final Duration PASSIVE_PATIENCE = Duration.ofSeconds(150);

    private final InstantSource clock;
    private final Supplier<List<PeerStatus>> statuses;
    private final AtomicReference<Optional<Wanted>> wanted = new AtomicReference<>(Optional.empty());
    private volatile boolean settled;

    /// @param peers that are to have a session
    /// @param until when they are waited for no longer
    private record Wanted(Set<String> peers, Instant until) {}

    /// @param statuses how the sessions are at the moment of the call
    SessionsSettled(InstantSource clock, Supplier<List<PeerStatus>> statuses) {
        this.clock = clock;
        this.statuses = statuses;
    }

    /// The node now does what this plan says.
    void applied(NodePlan plan) {
        if (!settled) {
            Instant until = wanted.get()
                    .map(Wanted::until)
                    .orElseGet(() -> clock.instant().plus(patience(plan)));
            wanted.set(Optional.of(new Wanted(peers(plan), until)));
        }
    }

    private static Duration patience(NodePlan plan) {
        return sessions(plan).anyMatch(peer -> peer.transport().passive()) ? PASSIVE_PATIENCE : PATIENCE;
    }

    /// Passwords are read after the first plan is made; until then their peers have no session in it.
    private static Set<String> peers(NodePlan plan) {
        Stream<String> unread = plan.peerProblems().entrySet().stream()
                .filter(problem -> problem.getValue() instanceof PeerProblem.PasswordSecretUnread)
                .map(Map.Entry::getKey);
        return Stream.concat(sessions(plan).map(PeerPlan::name), unread).collect(Collectors.toSet());
    }

    private static Stream<PeerPlan> sessions(NodePlan plan) {
        return plan.speaker().stream()
                .flatMap(speaker -> speaker.peers().stream())
                .filter(peer -> !peer.adminDown());
    }

    Check check() {
        return new Check("sessions", this::trouble);
    }

    private Optional<String> trouble() {
        if (settled) {
            return Optional.empty();
        }
        return wanted.get().map(this::trouble).orElse(Optional.of("There is no plan yet."));
    }

    private Optional<String> trouble(Wanted now) {
        String missing = missing(now.peers());
        settled = missing.isEmpty() || !clock.instant().isBefore(now.until());
        return settled ? Optional.empty() : Optional.of("BGP is not up yet with: " + missing + ".");
    }

    private String missing(Set<String> peers) {
        Set<String> up = statuses.get().stream()
                .filter(status -> status.state() == SessionState.ESTABLISHED)
                .map(PeerStatus::name)
                .collect(Collectors.toSet());
        return peers.stream().filter(peer -> !up.contains(peer)).sorted().collect(Collectors.joining(", "));
    }
}
