package io.porterlb.kube.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/// Asks a question again until the answer is yes, ever more slowly: for what cannot be watched. Blocks the thread that
/// asks, which must be able to wait.
public final class Until {
    /// After 0.25, 0.5, 1, 2, 2 ... s.
    private static final Pace PACE = new Pace(Duration.ZERO, Duration.ofMillis(250), Duration.ofSeconds(2));

    private Until() {}

    /// Asks until the answer is yes or the time is over.
    ///
    /// @param timeout after which it is asked no more; the question is asked at least once
    /// @return whether the last answer was yes
    public static boolean yes(Duration timeout, BooleanSupplier question) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (int no = 1; !question.getAsBoolean(); no++) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            Duration pause = PACE.retryAfter(no, ThreadLocalRandom.current().nextDouble());
            Thread.sleep(Duration.ofNanos(Math.min(left, pause.toNanos())));
        }
        return true;
    }
}
