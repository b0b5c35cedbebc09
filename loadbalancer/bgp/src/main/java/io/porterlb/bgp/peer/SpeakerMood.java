package io.porterlb.bgp.peer;

import io.porterlb.bgp.restart.RoutesPending;

/// What holds for all peers of a speaker at a moment.
///
/// @param draining whether all routes are announced as ones that will soon be gone
/// @param routes whether the end of the routes is known
public record SpeakerMood(boolean draining, RoutesPending routes) {
    public SpeakerMood withDraining(boolean next) {
        return new SpeakerMood(next, routes);
    }

    public SpeakerMood withRoutesKnown() {
        return new SpeakerMood(draining, routes.known());
    }
}
