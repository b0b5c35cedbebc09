package io.porterlb.bgp.restart;

import io.porterlb.bgp.SpeakerStart;

/// Whether End-of-RIB has to wait: a peer that kept our routes over a restart throws away then what was not
/// announced again, so after a restart it must not come before the routes are known.
///
/// @param waiting for them
public record RoutesPending(boolean waiting) {
    public static RoutesPending of(SpeakerStart start) {
        return new RoutesPending(start.restarted());
    }

    /// The routes are known, or were waited for for long enough.
    public RoutesPending known() {
        return new RoutesPending(false);
    }
}
