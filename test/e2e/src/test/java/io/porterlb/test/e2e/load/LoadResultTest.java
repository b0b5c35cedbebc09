package io.porterlb.test.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadResultTest {
    private static Shot ok(int started, int took) {
        return new Shot(Duration.ofMillis(started), Duration.ofMillis(took), Optional.of("pod-1"), "");
    }

    private static Shot lost(int started) {
        return new Shot(Duration.ofMillis(started), Load.LIMIT, Optional.empty(), "no answer");
    }

    @Test
    void countsWhatFailedAndWhoAnswered() {
        LoadResult result = new LoadResult(List.of(ok(0, 1), lost(10), ok(20, 1)));
        assertEquals(3, result.requests());
        assertEquals(1, result.failures());
        assertEquals(Map.of("pod-1", 2L), result.answers());
    }

    @Test
    void moreThanABusyMachineLosesIsHarm() {
        assertTrue(new LoadResult(List.of(ok(0, 1), lost(10))).unharmed());
        assertFalse(new LoadResult(List.of(ok(0, 1), lost(10), lost(20))).unharmed());
    }

    @Test
    void longestGapIsBetweenAnswers() {
        assertEquals(
                Duration.ofMillis(301),
                new LoadResult(List.of(ok(0, 1), lost(10), ok(300, 2), ok(310, 1))).longestGap());
    }

    @Test
    void lastFailureIsCountedFromTheCut() {
        LoadResult result = new LoadResult(List.of(ok(0, 1), lost(250), ok(260, 1)));
        assertEquals(Optional.of(Duration.ofMillis(150)), result.lastFailureAfter(Duration.ofMillis(100)));
        assertTrue(new LoadResult(List.of(ok(0, 1)))
                .lastFailureAfter(Duration.ZERO)
                .isEmpty());
    }
}
