package io.porterlb.address;

import java.util.HexFormat;

/// A MAC address of 48 bits (IEEE 802) as a value.
///
/// @param value the bits, the first octet highest
public record MacAddress(long value) {
    public static final int OCTETS = 6;

    public static final MacAddress ZERO = new MacAddress(0);
    public static final MacAddress BROADCAST = new MacAddress(0xFFFF_FFFF_FFFFL);

    private static final int BITS = OCTETS * Byte.SIZE;
    private static final long GROUP = 1L << (BITS - Byte.SIZE);
    private static final HexFormat TEXT = HexFormat.ofDelimiter(":");

    public MacAddress {
        if (value >>> BITS != 0) {
            throw new IllegalArgumentException("a MAC address has 48 bits: 0x" + Long.toHexString(value));
        }
    }

    /// From six octets as they are sent.
    ///
    /// @throws IllegalArgumentException for any other length
    public static MacAddress ofOctets(byte[] octets) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("a MAC address has 6 octets, not " + octets.length);
        }
        long value = 0;
        for (byte octet : octets) {
            value = value << Byte.SIZE | Byte.toUnsignedLong(octet);
        }
        return new MacAddress(value);
    }

    /// From text that is known to be one, such as `02:00:5e:00:53:01`.
    ///
    /// @throws IllegalArgumentException if it is not
    public static MacAddress of(String text) {
        return ofOctets(TEXT.parseHex(text));
    }

    /// Six octets as they are sent.
    public byte[] toOctets() {
        byte[] octets = new byte[OCTETS];
        for (int i = 0; i < OCTETS; i++) {
            octets[i] = (byte) (value >>> (BITS - Byte.SIZE * (i + 1)));
        }
        return octets;
    }

    /// Whether it is that of one network interface: not that of a group or of all, and not all zeros.
    public boolean isUnicast() {
        return (value & GROUP) == 0 && value != 0;
    }

    /// Six pairs of hexadecimal digits with colons between them.
    @Override
    public String toString() {
        return TEXT.formatHex(toOctets());
    }
}
