package io.porterlb.address;

/// The two address families of a Service ([RFC 791](https://www.rfc-editor.org/rfc/rfc791),
/// [RFC 8200](https://www.rfc-editor.org/rfc/rfc8200)).
public enum IpFamily {
    V4(32),
    V6(128);

    private final int bits;

    IpFamily(int bits) {
        this.bits = bits;
    }

    /// Length of an address in bits: 32 or 128.
    public int bits() {
        return bits;
    }

    /// Length of an address in octets: 4 or 16.
    public int octets() {
        return bits / Byte.SIZE;
    }
}
