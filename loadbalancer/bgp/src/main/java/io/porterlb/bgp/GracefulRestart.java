package io.porterlb.bgp;

import java.time.Duration;

/// Graceful restart ([RFC 4724](https://www.rfc-editor.org/rfc/rfc4724)) of our side. Long-lived graceful restart is
/// never offered: it makes a router keep routes to a dead node.
///
/// @param enabled whether the peer is asked to keep our routes while we restart; if not, it is told that we help only
/// @param restartTime how long it is to keep them, 1 to 4095 whole seconds
/// @param notification also after a NOTIFICATION or an expired hold time
///     ([RFC 8538](https://www.rfc-editor.org/rfc/rfc8538)); an intended stop is then a Hard Reset
public record GracefulRestart(boolean enabled, Duration restartTime, boolean notification) {
    /// What the restart time is if nothing else is said.
    public static final Duration DEFAULT_RESTART_TIME = Duration.ofMinutes(2);

    /// Not asked for.
    public static final GracefulRestart OFF = new GracefulRestart(false, DEFAULT_RESTART_TIME, false);

    private static final int MAX_SECONDS = 0xFFF;

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if the time is out of its range
    public GracefulRestart {
        long seconds = restartTime.toSeconds();
        if (seconds < 1 || seconds > MAX_SECONDS || !restartTime.equals(Duration.ofSeconds(seconds))) {
            throw new IllegalArgumentException(
                    "restartTime is 1 to " + MAX_SECONDS + " whole seconds, not " + restartTime);
        }
    }
}
