package io.porterlb.bfd.session;

import java.time.Duration;

/// Keeps sessions from falling into step ([RFC 5880
/// 6.8.7](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.7)): an interval loses up to a quarter at random;
/// at least a tenth where a single lost packet takes the session down.
public final class Jitter {
    private static final double MOST = 0.25;
    private static final double LEAST_OF_ONE = 0.10;

    private Jitter() {}

    /// An interval for this one time.
    ///
    /// @param random at least 0 and less than 1
    public static Duration of(Duration interval, int detectMultiplier, double random) {
        double least = detectMultiplier == 1 ? LEAST_OF_ONE : 0;
        double reduction = least + (MOST - least) * random;
        return Duration.ofNanos((long) (interval.toNanos() * (1 - reduction)));
    }
}
