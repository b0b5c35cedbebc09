package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import java.util.Optional;

/// A connection that somebody opened to us, and of which nothing has been read yet. [#accept] or [#refuse] is to be
/// called, once and at once, on the event loop.
public interface Incoming {
    IpAddress remoteAddress();

    IpAddress localAddress();

    /// The network interface of a link-local source; empty for any other.
    Optional<String> device();

    /// Sets the time to live of both directions to what the peer's configuration says.
    ///
    /// @return false if the connection comes from further away than the peer may be; it is to be refused then
    boolean prepare(PeerConfig peer);

    /// Takes it. It is open already, so that the listener is not told so.
    Connection accept(ConnectionListener listener);

    /// Closes it without a word.
    void refuse();
}
