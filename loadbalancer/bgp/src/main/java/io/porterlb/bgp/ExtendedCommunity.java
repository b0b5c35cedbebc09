package io.porterlb.bgp;

import java.util.Optional;

/// An extended community ([RFC 4360](https://www.rfc-editor.org/rfc/rfc4360)): eight octets, the first of which
/// is the type.
///
/// @param value the octets as a number, the type in the highest
public record ExtendedCommunity(long value) implements Comparable<ExtendedCommunity> {
    private static final long NON_TRANSITIVE_TWO_OCTET_AS = 0x40L << 56;
    private static final long LINK_BANDWIDTH = 0x04L << 48;
    private static final int AS_TRANS = 23456;
    private static final int MAX_TWO_OCTET_AS = 0xFFFF;

    /// Reads, empty for anything else:
    ///
    /// - `rt:ADMINISTRATOR:NUMBER` and `soo:ADMINISTRATOR:NUMBER`, route target and route origin (RFC 4360 4
    ///   and 5). The administrator is an AS number, with a number up to 4294967295 behind it, or up to 65535
    ///   where the AS number is above 65535 ([RFC 5668](https://www.rfc-editor.org/rfc/rfc5668)); or it is an
    ///   IPv4 address, with a number up to 65535
    /// - `bandwidth:AS:OCTETS`, link bandwidth, the AS number up to 65535 and whole octets per second
    /// - `0x` and 16 hexadecimal digits
    public static Optional<ExtendedCommunity> parse(String text) {
        return ExtendedCommunityText.parse(text);
    }

    /// Link bandwidth (draft-ietf-idr-link-bandwidth 2), the non-transitive form.
    ///
    /// @param asNumber whose link it is; one above 65535 has no room and goes as 23456
    ///     ([RFC 6793 9](https://www.rfc-editor.org/rfc/rfc6793#section-9))
    /// @param octetsPerSecond sent with the 24 significant bits of an IEEE single
    public static ExtendedCommunity linkBandwidth(long asNumber, double octetsPerSecond) {
        long as = asNumber > MAX_TWO_OCTET_AS ? AS_TRANS : asNumber;
        long bandwidth = Integer.toUnsignedLong(Float.floatToIntBits((float) octetsPerSecond));
        return new ExtendedCommunity(NON_TRANSITIVE_TWO_OCTET_AS | LINK_BANDWIDTH | as << Integer.SIZE | bandwidth);
    }

    @Override
    public int compareTo(ExtendedCommunity other) {
        return Long.compareUnsigned(value, other.value);
    }

    /// As [#parse] reads it.
    @Override
    public String toString() {
        return ExtendedCommunityText.format(value);
    }
}
