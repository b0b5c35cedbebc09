package io.porterlb.kube.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void doublesUpToTenSecondsAndStartsAnewAfterSuccess() {
        long ceiling = 200;
        for (int i = 0; i < 20; i++) {
            assertBetween(ceiling / 2, ceiling, next());
            ceiling = Math.min(2 * ceiling, 10_000);
        }
        backoff.reset();
        assertBetween(100, 200, next());
    }

    @Test
    void whatTheServerAsksForIsAddedWithinReason() {
        assertBetween(
                7_100, 7_200, backoff.next(Optional.of(Duration.ofSeconds(7))).toMillis());
        backoff.reset();
        assertBetween(
                120_100, 120_200, backoff.next(Optional.of(Duration.ofDays(1))).toMillis());
    }

    private long next() {
        return backoff.next(Optional.empty()).toMillis();
    }

    private static void assertBetween(long low, long high, long actual) {
        assertTrue(low <= actual && actual <= high, () -> actual + " is not in " + low + ".." + high);
    }
}
