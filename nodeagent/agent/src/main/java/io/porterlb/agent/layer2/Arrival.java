package io.porterlb.agent.layer2;

import java.time.Duration;
import java.util.Optional;

/// Whether the node is back among those that share addresses, so that a rolling update goes on to the next node only
/// when this one has its vote again: two that are away at a time may be most of a council. Once well, always well; and
/// what takes too long holds up nobody. Any thread.
final class Arrival {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final long until;
    private volatile boolean arrived;

    /// @param now when it began, in [System#nanoTime]
    Arrival(long now) {
        until = now + PATIENCE.toNanos();
    }

    /// What is missing, as a sentence.
    Optional<String> missing(Standing.State standing, long now) {
        arrived = arrived || standing.inForce() || now - until >= 0;
        return arrived
                ? Optional.empty()
                : Optional.of("Layer 2: most of the council has not answered yet, or there is no council.");
    }
}
