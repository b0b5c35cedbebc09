package io.porterlb.bgp.net;

import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;

/// Opens connections.
@FunctionalInterface
public interface Dialer {
    /// Starts to open a connection to the peer; to be called on the event loop. The listener hears of the outcome,
    /// unless the connection is closed first.
    ///
    /// @param at where the peer is, whether configured or learned
    Connection dial(PeerAddress.At at, PeerConfig peer, ConnectionListener listener);
}
