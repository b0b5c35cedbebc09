package io.porterlb.bgp.wire.attribute;

/// The attribute flags octet ([RFC 4271 4.3](https://www.rfc-editor.org/rfc/rfc4271#section-4.3)).
final class AttributeFlags {
    static final int OPTIONAL = 0x80;
    static final int TRANSITIVE = 0x40;
    static final int PARTIAL = 0x20;
    static final int EXTENDED_LENGTH = 0x10;

    static final int WELL_KNOWN = TRANSITIVE;
    static final int OPTIONAL_TRANSITIVE = OPTIONAL | TRANSITIVE;
    static final int OPTIONAL_NON_TRANSITIVE = OPTIONAL;

    private AttributeFlags() {}

    /// Whether the two bits that a type prescribes are the same.
    static boolean agree(int received, int prescribed) {
        return ((received ^ prescribed) & OPTIONAL_TRANSITIVE) == 0;
    }
}
