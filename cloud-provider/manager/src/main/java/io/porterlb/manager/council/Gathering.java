package io.porterlb.manager.council;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/// How long the first council is put off, so that in a new installation it has more than the one seat of the
/// agent that was first: until all nodes take part, but not for longer than [#PATIENCE] after the first one
/// does. One thread.
final class Gathering {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private OptionalLong until = OptionalLong.empty();

    /// @param nanoTime as [System#nanoTime]
    Gathering(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// How long to wait yet; empty if there is nothing to wait for.
    Optional<Duration> rest(CouncilPlan plan) {
        if (!(plan instanceof CouncilPlan.Found found)) {
            until = OptionalLong.empty();
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        long end = until.orElse(now + PATIENCE.toNanos());
        until = OptionalLong.of(end);
        return found.awaited().isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(end - now)).filter(Duration::isPositive);
    }
}
