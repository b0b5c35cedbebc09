package io.porterlb.desired.view;

/// `spec.role` of a BgpPeer: what the nodes are to the router
/// ([RFC 9234 4.1](https://www.rfc-editor.org/rfc/rfc9234#section-4.1)).
public enum PeerRole {
    PROVIDER,
    RS,
    RS_CLIENT,
    CUSTOMER,
    PEER
}
