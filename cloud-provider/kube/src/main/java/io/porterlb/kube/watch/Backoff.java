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
    /// @param retryAfter what the server asks for
    Duration next(Optional<Duration> retryAfter) {
        long half = ceiling.toMillis() / 2;
        Duration own = Duration.ofMillis(half + random.nextLong(half + 1));
        Duration doubled = ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(LAST) < 0 ? doubled : LAST;
        return retryAfter.map(asked -> min(asked, MAX_RETRY_AFTER).plus(own)).orElse(own);
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /// Something worked.
    void reset() {
        ceiling = FIRST;
    }
}
