package io.porterlb.kube.http;

import java.time.Duration;

/// So many calls a second, and so many more at once after a pause. Any thread.
final class TokenBucket {
    private final long interval; // ns for one call
    private final long burst; // ns that a pause may save up
    private long next; // when the next call may start, if it took its turn

    /// @param perSecond calls
    /// @param burst calls at once, at least 1
    /// @param now as of [System#nanoTime], like all times here
    TokenBucket(double perSecond, int burst, long now) {
        this.interval = (long) (Duration.ofSeconds(1).toNanos() / perSecond);
        this.burst = (burst - 1) * interval;
        this.next = now - this.burst;
    }

    /// Takes a turn.
    ///
    /// @return how long to wait for it, in nanoseconds; not above zero for a turn that is there
    synchronized long take(long now) {
        if (next - (now - burst) < 0) {
            next = now - burst;
        }
        long turn = next;
        next += interval;
        return turn - now;
    }
}
