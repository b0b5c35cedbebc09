package io.porterlb.bgp.net.nd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvertisementScheduleTest {
    /// Times of [System#nanoTime] may overflow.
    private static final long START = Long.MAX_VALUE - 5;

    private final AdvertisementSchedule schedule = new AdvertisementSchedule(START);

    private long seconds(long now) {
        return Duration.ofNanos(schedule.waits(now)).toSeconds();
    }

    @Test
    void pausesDoubleUpToTenSeconds() {
        List<Long> pauses = new ArrayList<>(List.of(seconds(START)));
        long now = START;
        for (int i = 0; i < 6; i++) {
            schedule.sent(now);
            pauses.add(seconds(now));
            now += schedule.waits(now);
        }
        assertEquals(List.of(0L, 1L, 2L, 4L, 8L, 10L, 10L), pauses);
    }

    @Test
    void whoAsksIsAnsweredAtOnceButNoMoreThanOnceASecond() {
        schedule.sent(START);
        schedule.sent(START);
        schedule.sent(START);
        long later = START + Duration.ofSeconds(3).toNanos();
        schedule.asked();
        assertEquals(0, schedule.waits(later));
        schedule.sent(later);
        schedule.asked();
        schedule.asked();
        assertEquals(1, seconds(later));
    }

    @Test
    void askingNeverPutsOff() {
        schedule.asked();
        assertEquals(0, schedule.waits(START));
    }
}
