package io.porterlb.bgp.fsm;

import io.porterlb.bgp.PeerConfig;
import java.time.Duration;

/// How long to wait before another attempt: 1, 2, 4 ... s, at most [SessionTimes#connectRetry].
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration DEFAULT_LONGEST = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 20;

    private Backoff() {}

    /// The pause that is due.
    ///
    /// @param failures in a row before this wait, 1 or more
    static Duration after(int failures, PeerConfig config) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration longest = longest(config);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    static Duration longest(PeerConfig config) {
        return config.times().connectRetry().orElse(DEFAULT_LONGEST);
    }
}
