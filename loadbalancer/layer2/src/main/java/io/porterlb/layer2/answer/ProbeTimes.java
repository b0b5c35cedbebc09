package io.porterlb.layer2.answer;

import io.porterlb.address.IpFamily;
import java.time.Duration;

/// How a link is asked whether an address is free.
///
/// @param firstWait the first probe goes out within this time, at random
/// @param count of probes
/// @param least between two
/// @param most between two
/// @param lastWait after the last one
record ProbeTimes(Duration firstWait, int count, Duration least, Duration most, Duration lastWait) {
    /// PROBE_WAIT, PROBE_NUM, PROBE_MIN, PROBE_MAX and ANNOUNCE_WAIT of [RFC 5227
    /// 1.1](https://www.rfc-editor.org/rfc/rfc5227#section-1.1).
    private static final ProbeTimes ARP = new ProbeTimes(
            Duration.ofSeconds(1), 3, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(2));

    /// MAX_RTR_SOLICITATION_DELAY, DupAddrDetectTransmits and RetransTimer of [RFC 4862
    /// 5.4.2](https://www.rfc-editor.org/rfc/rfc4862#section-5.4.2).
    private static final ProbeTimes DAD = new ProbeTimes(
            Duration.ofSeconds(1), 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    static ProbeTimes of(IpFamily family) {
        return switch (family) {
            case V4 -> ARP;
            case V6 -> DAD;
        };
    }

    /// @param random at least 0 and less than 1
    long toFirst(double random) {
        return (long) (firstWait.toNanos() * random);
    }

    /// After so many probes, in nanoseconds.
    long afterProbe(int sent, double random) {
        long range = most.toNanos() - least.toNanos();
        return sent < count ? least.toNanos() + (long) (range * random) : lastWait.toNanos();
    }
}
