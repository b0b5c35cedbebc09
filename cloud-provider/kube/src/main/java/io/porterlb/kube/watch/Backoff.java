package io.porterlb.kube.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait after the nth failure in a row: doubling from 0.2 s to 10 s, half of it at random, so that a
/// restarted API server does not meet all its clients at once. Longer only if the server asks for it. One thread.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LAST = Duration.ofSeconds(10);

    /// More than this a server does not mean.
    private static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(2);

    private final RandomGenerator random;
    private Duration ceiling = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The wait before the next attempt.
    ///
    /// @param retryAfter what the server asks for; it knows better how long, but not that others wait for it too
    Duration next(Optional<Duration> retryAfter) {
        Optional<Duration> asked = retryAfter.filter(Duration::isPositive);
        return asked.isPresent() ? jittered(min(asked.get(), MAX_RETRY_AFTER), FIRST) : own();
    }

    private Duration own() {
        Duration half = ceiling.dividedBy(2);
        ceiling = min(ceiling.multipliedBy(2), LAST);
        return jittered(half, half);
    }

    private Duration jittered(Duration least, Duration spread) {
        return least.plusMillis(random.nextLong(spread.toMillis() + 1));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// Something worked.
    void reset() {
        ceiling = FIRST;
    }
}
