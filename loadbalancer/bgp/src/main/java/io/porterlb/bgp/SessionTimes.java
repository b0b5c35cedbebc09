package io.porterlb.bgp;

import java.time.Duration;
import java.util.Optional;

/// Times of a session ([RFC 4271 10](https://www.rfc-editor.org/rfc/rfc4271#section-10)).
///
/// @param hold proposed hold time: zero (no keepalives, so a dead peer is not noticed) or 3 to 65535 whole seconds
/// @param keepalive between KEEPALIVEs, at least 1 s; a third of the agreed hold time if empty or longer
/// @param connectRetry the longest pause between attempts, at least 1 s; 30 s if empty
public record SessionTimes(Duration hold, Optional<Duration> keepalive, Optional<Duration> connectRetry) {
    private static final Duration MIN_HOLD = Duration.ofSeconds(3);
    private static final Duration MAX_HOLD = Duration.ofSeconds(0xFFFF);
    private static final Duration MIN_INTERVAL = Duration.ofSeconds(1);

    /// Hold time 90 s, keepalives every 30 s, at most 30 s between attempts.
    public static final SessionTimes DEFAULT = ofHold(Duration.ofSeconds(90));

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a time is out of its range; the message names it
    public SessionTimes {
        require(isHold(hold), "holdTime is 0 or 3 to 65535 whole seconds, not " + hold);
        require(isInterval(keepalive), "keepaliveInterval is 1 s or more");
        require(isInterval(connectRetry), "connectRetry is 1 s or more");
    }

    public static SessionTimes ofHold(Duration hold) {
        return new SessionTimes(hold, Optional.empty(), Optional.empty());
    }

    private static boolean isHold(Duration time) {
        boolean inRange = time.compareTo(MIN_HOLD) >= 0 && time.compareTo(MAX_HOLD) <= 0;
        return time.isZero() || (inRange && time.equals(Duration.ofSeconds(time.toSeconds())));
    }

    private static boolean isInterval(Optional<Duration> interval) {
        return interval.isEmpty() || interval.get().compareTo(MIN_INTERVAL) >= 0;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
