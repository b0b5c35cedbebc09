package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.SharingObstacle;

/// A Service no longer fits those with whom it shares an address.
///
/// @param before that address
record Separation(IpAddress before, SharingObstacle why) {
    /// What the Service is told.
    Notice notice(IpAddress now) {
        return new Notice(
                "SharingEnded",
                "The Service moves from %s, which it can no longer share, to %s: %s."
                        .formatted(before, now, why.words()));
    }
}
