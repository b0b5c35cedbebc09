package io.porterlb.bgp.fsm;

/// Which session of a peer is meant.
public enum Place {
    /// The one that lasts, with or without a connection.
    MAIN,
    /// The one of a second connection, which the peer opened while we had, or opened, another one. It ends, or becomes
    /// the main one.
    RIVAL
}
