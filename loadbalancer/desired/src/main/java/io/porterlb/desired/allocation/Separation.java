package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.problem.SharingObstacle;
import java.util.Optional;

/// A Service no longer fits those with whom it shares an address.
///
/// @param before that address
record Separation(IpAddress before, SharingObstacle why) {
    /// What the Service is told.
    ///
    /// @param now the address that it has instead, if it has any
    Notice notice(Optional<Claim> now) {
        String moves = now.map(claim ->
                        "moves from %s, which it can no longer share, to %s".formatted(before, claim.address()))
                .orElseGet(() -> "gives up %s, which it can no longer share".formatted(before));
        return new Notice("SharingEnded", "The Service %s: %s.".formatted(moves, why.words()));
    }
}
