package io.porterlb.bgp.restart;

import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.fsm.Restarted;

/// What one peer is told of a restart of the speaker: the truth about it, until the first session is up or the
/// peer has thrown our old routes away; then, that the speaker runs.
///
/// @param start how the speaker started
/// @param over whether that no longer matters to the peer
public record RestartPhase(SpeakerStart start, boolean over) {
    public static RestartPhase of(SpeakerStart start) {
        return new RestartPhase(start, false);
    }

    /// A session came up, or the restart time went by.
    public RestartPhase ended() {
        return new RestartPhase(start, true);
    }

    public Restarted restarted() {
        return over ? Restarted.NO : new Restarted(start.restarted(), start.forwarding());
    }
}
