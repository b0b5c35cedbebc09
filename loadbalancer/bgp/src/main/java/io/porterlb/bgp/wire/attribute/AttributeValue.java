package io.porterlb.bgp.wire.attribute;

/// What the octets of one attribute turned out to be. What is wrong is said as the rest of a sentence that
/// starts with the attribute's name.
sealed interface AttributeValue {
    /// Without fault.
    record Good(PathAttribute attribute) implements AttributeValue {}

    /// Readable, so that all prefixes in it are known, but not usable: they are withdrawn.
    record Unusable(PathAttribute attribute, String what) implements AttributeValue {}

    /// Not for this session: dropped, and nothing comes of it.
    record Ignored(String what) implements AttributeValue {}

    /// Not readable: what it leads to is in the table.
    record Malformed(String what) implements AttributeValue {}

    static AttributeValue good(PathAttribute attribute) {
        return new Good(attribute);
    }

    static AttributeValue malformed(String what) {
        return new Malformed(what);
    }

    static AttributeValue badLength(int length) {
        return new Malformed("has a length of " + length + " octets");
    }
}
