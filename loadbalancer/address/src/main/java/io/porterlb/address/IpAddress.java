package io.porterlb.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// An IPv4 or IPv6 address as a value: ordered as an unsigned number, IPv4 before IPv6.
///
/// @param family which family it belongs to
/// @param high the upper 64 bits of an IPv6 address; 0 for IPv4
/// @param low the lower 64 bits of an IPv6 address, or the 32 bits of an IPv4 address, unsigned
public record IpAddress(IpFamily family, long high, long low) implements Comparable<IpAddress> {
    private static final long IPV4_MASK = 0xFFFF_FFFFL;

    public IpAddress {
        if (family == IpFamily.V4 && (high != 0 || (low & ~IPV4_MASK) != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits: high=" + high + " low=" + low);
        }
    }

    /// Reads the textual form ([RFC 4291 2.2](https://www.rfc-editor.org/rfc/rfc4291#section-2.2) for IPv6; four
    /// decimal numbers for IPv4). Never asks a name server. Empty for anything else, zone ids included.
    public static Optional<IpAddress> parse(String text) {
        return AddressText.parse(text);
    }

    /// As [#parse], for text that is known to be an address.
    ///
    /// @throws IllegalArgumentException if it is not
    public static IpAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: '" + text + "'"));
    }

    /// From 4 or 16 octets in network order.
    ///
    /// @throws IllegalArgumentException for any other length
    public static IpAddress ofOctets(byte[] octets) {
        return switch (octets.length) {
            case 4 -> new IpAddress(IpFamily.V4, 0, number(octets, 0, 4));
            case 16 -> new IpAddress(IpFamily.V6, number(octets, 0, 8), number(octets, 8, 8));
            default -> throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length);
        };
    }

    private static long number(byte[] octets, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << Byte.SIZE | (octets[i] & 0xFF);
        }
        return value;
    }

    /// The address in network order: 4 or 16 octets.
    public byte[] toOctets() {
        byte[] octets = new byte[family.octets()];
        long rest = low;
        for (int i = octets.length - 1; i >= 0; i--) {
            if (i == 7 && family == IpFamily.V6) {
                rest = high;
            }
            octets[i] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
        return octets;
    }

    public InetAddress toInetAddress() {
        try {
            return InetAddress.getByAddress(toOctets());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 or 16 octets are always an address: " + this, e);
        }
    }

    /// The next higher address; wraps around at the end of the family.
    public IpAddress next() {
        if (family == IpFamily.V4) {
            return new IpAddress(family, 0, (low + 1) & IPV4_MASK);
        }
        return new IpAddress(family, low == -1L ? high + 1 : high, low + 1);
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family.compareTo(other.family);
        int byHigh = byFamily != 0 ? byFamily : Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /// The canonical text: dotted decimal, or [RFC 5952](https://www.rfc-editor.org/rfc/rfc5952) for IPv6.
    @Override
    public String toString() {
        return AddressText.format(this);
    }
}
