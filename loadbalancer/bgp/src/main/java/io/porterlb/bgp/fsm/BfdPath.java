package io.porterlb.bgp.fsm;

/// What BFD says of the path to a peer ([RFC 5882](https://www.rfc-editor.org/rfc/rfc5882)).
public enum BfdPath {
    /// Nothing: there is no BFD session, it is administratively down, or it has not been up yet.
    UNKNOWN,
    UP,
    /// It was up.
    DOWN
}
