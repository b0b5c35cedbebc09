package io.porterlb.bgp.fsm;

/// Whether a session in OpenConfirm may go on
/// ([draft-ietf-idr-bgp-bfd-strict-mode](https://datatracker.ietf.org/doc/draft-ietf-idr-bgp-bfd-strict-mode/)).
public enum BfdGate {
    /// Nothing holds it back.
    OPEN,
    /// It sends no KEEPALIVE before BFD says that the path is up.
    SHUT,
    /// As before, and the peer's KEEPALIVE has come already.
    SHUT_AND_CONFIRMED
}
