package io.porterlb.kube.http;

import java.io.InterruptedIOException;
import java.time.Duration;

/// Lets calls go out at a limited rate: each waits for its turn, on its own thread.
final class Throttle {
    private final TokenBucket bucket;

    Throttle(double perSecond, int burst) {
        bucket = new TokenBucket(perSecond, burst, System.nanoTime());
    }

    void await() throws InterruptedIOException {
        long pause = bucket.take(System.nanoTime());
        if (pause > 0) {
            sleep(Duration.ofNanos(pause));
        }
    }

    private static void sleep(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a turn to call");
        }
    }
}
