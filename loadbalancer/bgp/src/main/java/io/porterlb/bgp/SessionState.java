package io.porterlb.bgp;

/// The six states of a session ([RFC 4271 8.2.2](https://www.rfc-editor.org/rfc/rfc4271#section-8.2.2)).
public enum SessionState {
    /// Stopped, or waiting before the next attempt after a failure.
    IDLE,
    /// A TCP connection is being opened.
    CONNECT,
    /// The peer closed before it sent an OPEN; waiting before the next attempt.
    ACTIVE,
    /// Connected; our OPEN is sent, the peer's is awaited.
    OPEN_SENT,
    /// Both OPENs are accepted here; the peer's KEEPALIVE, which says that it agrees, is awaited.
    OPEN_CONFIRM,
    /// Routes are exchanged.
    ESTABLISHED
}
