package io.porterlb.bgp;

/// Hears of sessions.
@FunctionalInterface
public interface SpeakerListener {
    /// A session entered another state, or a peer has been told of more or fewer routes; a peer that was removed
    /// comes once more, as [SessionState#IDLE].
    ///
    /// Called on the speaker's event loop, so it must not block. What it throws is logged and goes no further.
    void changed(PeerStatus status);
}
