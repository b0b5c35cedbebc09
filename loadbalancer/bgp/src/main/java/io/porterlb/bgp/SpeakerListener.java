package io.porterlb.bgp;

import io.porterlb.bgp.wire.Notification;

/// Hears of sessions. All methods are called on the speaker's event loop, so they must not block; what they throw is
/// logged and goes no further.
@FunctionalInterface
public interface SpeakerListener {
    /// A session entered another state or fails for another reason, or a peer has been told of more or fewer
    /// routes; a peer that was removed comes once more, as [SessionState#IDLE].
    void changed(PeerStatus status);

    /// The speaker listens at an address, or cannot, or has turned a connection away there.
    default void listening(ListenerStatus status) {}

    /// A peer sent an UPDATE.
    ///
    /// @param peer its name
    default void received(String peer, ReceivedUpdate update) {}

    /// A NOTIFICATION went to a peer, or came from it.
    ///
    /// @param peer its name
    default void notified(String peer, boolean sent, Notification notification) {}
}
