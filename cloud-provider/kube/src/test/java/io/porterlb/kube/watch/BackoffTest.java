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
    void theServersWishComesFirstWithinReason() {
        for (int i = 0; i < 20; i++) {
            assertBetween(7_000, 7_200, asked(Duration.ofSeconds(7)));
        }
        assertBetween(120_000, 120_200, asked(Duration.ofDays(1)));
        assertBetween(100, 200, asked(Duration.ZERO));
    }

    private long asked(Duration wish) {
        return backoff.next(Optional.of(wish)).toMillis();
    }

    private long next() {
        return backoff.next(Optional.empty()).toMillis();
    }

    private static void assertBetween(long low, long high, long actual) {
        assertTrue(low <= actual && actual <= high, () -> actual + " is not in " + low + ".." + high);
    }
}
