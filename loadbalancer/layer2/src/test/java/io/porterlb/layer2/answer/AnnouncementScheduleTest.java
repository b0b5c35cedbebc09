package io.porterlb.layer2.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnouncementScheduleTest {
    @Test
    void gapsGrow() {
        assertEquals(
                List.of(200L, 800L, 2_000L, 4_000L, 8_000L, 16_000L, 60_000L, 60_000L),
                IntStream.rangeClosed(1, 8)
                        .mapToObj(sent -> Duration.ofNanos(AnnouncementSchedule.gapAfter(sent, 0))
                                .toMillis())
                        .toList());
    }

    @Test
    void slowOnesNeverEndAndDoNotFallIntoStep() {
        long shortest = AnnouncementSchedule.gapAfter(Integer.MAX_VALUE, Math.nextDown(1.0));
        assertTrue(shortest >= Duration.ofSeconds(45).toNanos());
        assertTrue(shortest < AnnouncementSchedule.gapAfter(1000, 0.5));
        assertEquals(Duration.ofMinutes(1).toNanos(), AnnouncementSchedule.gapAfter(Integer.MAX_VALUE, 0));
    }
}
