package io.porterlb.bgp.wire.fault;

/// What a fault in an UPDATE leads to ([RFC 7606 2](https://www.rfc-editor.org/rfc/rfc7606#section-2)), weakest first;
/// of several faults the strongest action counts.
public enum FaultAction {
    /// The attribute is dropped, the routes stay.
    DISCARD,
    /// Every prefix of the UPDATE counts as withdrawn; the session stays.
    WITHDRAW,
    /// The session ends with a NOTIFICATION.
    RESET
}
