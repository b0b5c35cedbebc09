package io.porterlb.layer2.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void pausesGrowUpToFiveSeconds() {
        assertEquals(
                List.of(100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L),
                Stream.iterate(Backoff.FIRST, Backoff::next)
                        .limit(8)
                        .map(Backoff::pause)
                        .map(Duration::toMillis)
                        .toList());
    }
}
