package io.porterlb.kube.election;

import java.time.Duration;

/// What candidates read of the Lease. The times that stand in it too are those of somebody else's clock, for
/// people: nothing is worked out from them.
///
/// @param version `metadata.resourceVersion`; empty while there is no Lease
/// @param holder identity of the leader; empty after it has let go
/// @param duration for which the holder is left alone, from when a renewal was seen
/// @param transitions how often the holder has changed
public record Lease(String version, String holder, Duration duration, int transitions) {
    /// There is none: the first candidate creates it.
    public static final Lease NONE = new Lease("", "", Duration.ZERO, 0);

    boolean isHeldBy(String identity) {
        return holder.equals(identity);
    }

    boolean isFree() {
        return holder.isEmpty();
    }
}
