package io.porterlb.bgp;

/// What we are to a peer ([RFC 9234 4.1](https://www.rfc-editor.org/rfc/rfc9234#section-4.1)).
public enum BgpRole {
    PROVIDER(0),
    RS(1),
    RS_CLIENT(2),
    CUSTOMER(3),
    PEER(4);

    private final int value;

    BgpRole(int value) {
        this.value = value;
    }

    /// The value of the capability.
    public int value() {
        return value;
    }
}
