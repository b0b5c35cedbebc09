package io.porterlb.kube.election;

import java.time.Duration;

/// What a candidate wants the Lease to say. It is written only over the version that was seen: of several
/// candidates who saw the same, the API server takes one.
///
/// @param over the Lease that was seen
/// @param holder who is to have it; empty to let go
/// @param duration of the new term
/// @param acquires whether the holder changes
public record Claim(Lease over, String holder, Duration duration, boolean acquires) {
    /// What `leaseTransitions` is to be.
    public int transitions() {
        return acquires && !over.version().isEmpty() ? over.transitions() + 1 : over.transitions();
    }
}
