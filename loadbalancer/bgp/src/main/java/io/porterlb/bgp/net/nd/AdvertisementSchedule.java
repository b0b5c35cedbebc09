package io.porterlb.bgp.net.nd;

import java.time.Duration;

/// When to send the next router advertisement: at once, after 1, 2, 4, 8 s, then every 10 s; sooner for
/// somebody who asks, but no more than one a second. RFC 4861 6.2.1 has hosts in mind, and 10 minutes as the
/// default; here BGP waits. Times are of one clock, in nanoseconds.
final class AdvertisementSchedule {
    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(10).toNanos();

    private long last;
    private long next;
    private long gap = SHORTEST;

    AdvertisementSchedule(long now) {
        last = now - SHORTEST;
        next = now;
    }

    /// How long from now; 0 if it is due.
    long waits(long now) {
        return Math.max(0, next - now);
    }

    void sent(long now) {
        last = now;
        next = now + gap;
        gap = Math.min(2 * gap, LONGEST);
    }

    /// Somebody asks, or is new on the link.
    void asked() {
        long soon = last + SHORTEST;
        next = next - soon > 0 ? soon : next;
    }
}
