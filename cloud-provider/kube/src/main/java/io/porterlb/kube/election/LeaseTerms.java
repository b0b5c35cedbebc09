package io.porterlb.kube.election;

import java.time.Duration;

/// The times of an election; the defaults and their meaning are those of
/// `k8s.io/client-go/tools/leaderelection`.
///
/// @param lease how long a follower leaves the leader alone after the last renewal that it saw
/// @param renewDeadline how long after its last renewal a leader may still write; shorter than `lease`, and the
///     difference is what clocks of different speed and a late word of a renewal may cost
/// @param retryPeriod between renewals, and between attempts to become leader; shorter than `renewDeadline`
public record LeaseTerms(Duration lease, Duration renewDeadline, Duration retryPeriod) {
    public static final LeaseTerms DEFAULT =
            new LeaseTerms(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

    /// A Lease counts in whole seconds (`leaseDurationSeconds`).
    public LeaseTerms {
        if (!retryPeriod.isPositive()
                || retryPeriod.compareTo(renewDeadline) >= 0
                || renewDeadline.compareTo(lease) >= 0
                || lease.toNanosPart() != 0) {
            throw new IllegalArgumentException("0 < " + retryPeriod + " < " + renewDeadline + " < " + lease
                    + " does not hold, or the last are no whole seconds");
        }
    }
}
