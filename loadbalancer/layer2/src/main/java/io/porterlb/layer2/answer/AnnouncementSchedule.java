package io.porterlb.layer2.answer;

import java.time.Duration;

/// When an address is announced: at once, after 0.2, 1, 3, 7, 15 and 31 s, and then each minute for ever. Early
/// ones may be lost while a switch learns; late ones are for who has missed them all.
final class AnnouncementSchedule {
    private static final long[] GAPS_MILLIS = {200, 800, 2_000, 4_000, 8_000, 16_000};
    private static final long SLOW = Duration.ofMinutes(1).toNanos();

    /// Of the slow ones, so that a thousand addresses do not fall into step.
    private static final double MOST_JITTER = 0.25;

    private AnnouncementSchedule() {}

    /// From one announcement to the next, in nanoseconds.
    ///
    /// @param sent how many there were, at least 1
    /// @param random at least 0 and less than 1
    static long gapAfter(int sent, double random) {
        return isSlowAfter(sent)
                ? (long) (SLOW * (1 - MOST_JITTER * random))
                : Duration.ofMillis(GAPS_MILLIS[sent - 1]).toNanos();
    }

    /// Whether the next one is of those that never end.
    static boolean isSlowAfter(int sent) {
        return sent > GAPS_MILLIS.length;
    }
}
