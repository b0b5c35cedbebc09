package io.porterlb.kube.work;

import java.time.Duration;

/// How fast a [KeyedQueue] goes on with one key.
///
/// @param interval least time between the starts of two runs for one key; zero for none
/// @param firstRetry wait after a first failure; doubles with each further one
/// @param lastRetry the longest wait after a failure
public record Pace(Duration interval, Duration firstRetry, Duration lastRetry) {
    /// At once; after failures 0.25, 0.5, 1 ... 30 s.
    public static final Pace PROMPT = new Pace(Duration.ZERO, Duration.ofMillis(250), Duration.ofSeconds(30));

    /// As [#PROMPT], with at least this long between two runs for one key.
    public static Pace every(Duration interval) {
        return new Pace(interval, PROMPT.firstRetry, PROMPT.lastRetry);
    }

    /// The same, with waits after failures that grow up to this.
    public Pace upTo(Duration longest) {
        return new Pace(interval, firstRetry, longest);
    }

    /// The wait after so many failures in a row; `share` (0 to 1) draws it from the upper half, so that many keys that
    /// failed together do not come back together.
    Duration retryAfter(int failures, double share) {
        long doubled = firstRetry.toMillis() << Math.min(failures - 1, 20);
        long longest = Math.min(doubled, lastRetry.toMillis());
        return Duration.ofMillis((long) (longest * (0.5 + share / 2)));
    }
}
