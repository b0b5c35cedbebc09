package io.porterlb.bgp.net;

/// A connection that somebody opened to us, and of which nothing has been read yet. One of both methods is to be
/// called,
/// once and at once, on the event loop.
public interface Incoming {
    /// Takes it. It is open already, so that the listener is not told so.
    Connection accept(ConnectionListener listener);

    /// Closes it without a word.
    void refuse();
}
