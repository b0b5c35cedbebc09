package io.porterlb.bfd;

/// Hears of sessions. A session that has never been up is not heard of.
///
/// Called on the speaker's event loop, so it must not block. What it throws is logged and goes no further.
public interface BfdListener {
    /// The session is up.
    void up(BfdSessionStatus status);

    /// The session was up, and no longer is. [BfdSessionStatus#failed] tells whether the path failed, so that
    /// what goes over it is to be taken away at once, or the session was ended on purpose, here or there, which
    /// says nothing about the path ([RFC 5882 3.2](https://www.rfc-editor.org/rfc/rfc5882#section-3.2)).
    void down(BfdSessionStatus status);
}
