package io.porterlb.bgp;

/// An extended community ([RFC 4360](https://www.rfc-editor.org/rfc/rfc4360)): eight octets, the first of which is the
/// type.
///
/// @param value the octets as a number, the type in the highest
public record ExtendedCommunity(long value) implements Comparable<ExtendedCommunity> {
    @Override
    public int compareTo(ExtendedCommunity other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return String.format("0x%016x", value);
    }
}
