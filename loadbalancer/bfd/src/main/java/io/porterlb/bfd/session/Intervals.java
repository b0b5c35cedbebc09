package io.porterlb.bfd.session;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// How often we would like to send, and how often we can receive.
///
/// @param desiredMinTx in microseconds
/// @param requiredMinRx in microseconds
public record Intervals(long desiredMinTx, long requiredMinRx) {
    /// The least Desired Min TX of a session that is not up
    /// ([RFC 5880 6.8.3](https://www.rfc-editor.org/rfc/rfc5880#section-6.8.3)).
    private static final long SLOW = 1_000_000;

    public static Intervals of(Duration desiredMinTx, Duration requiredMinRx) {
        return new Intervals(
                desiredMinTx.dividedBy(ChronoUnit.MICROS.getDuration()),
                requiredMinRx.dividedBy(ChronoUnit.MICROS.getDuration()));
    }

    /// As they are while the session is not up.
    Intervals slow() {
        return new Intervals(Math.max(desiredMinTx, SLOW), requiredMinRx);
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }
}
