package io.porterlb.address;

/// An address prefix in CIDR form ([RFC 4632](https://www.rfc-editor.org/rfc/rfc4632)): all bits after the length are
/// zero.
///
/// @param address the first address
/// @param length leading bits that count, 0 to 32 or 0 to 128
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {
    public Prefix {
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("prefix length out of range: " + address + "/" + length);
        }
        if (!masked(address, length).equals(address)) {
            throw new IllegalArgumentException("bits set after the prefix length: " + address + "/" + length);
        }
    }

    /// The prefix that holds this one address: /32 or /128.
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /// The prefix of this length that holds the address; bits after the length are cleared.
    public static Prefix containing(IpAddress address, int length) {
        return new Prefix(masked(address, length), length);
    }

    private static IpAddress masked(IpAddress address, int length) {
        if (address.family() == IpFamily.V4) {
            return new IpAddress(IpFamily.V4, 0, address.low() & ones(length + 32) & 0xFFFF_FFFFL);
        }
        return new IpAddress(IpFamily.V6, address.high() & ones(length), address.low() & ones(length - 64));
    }

    /// A mask of 64 bits whose first `count` are one; counts outside 0 to 64 are taken as the nearer bound.
    private static long ones(int count) {
        return count <= 0 ? 0 : count >= 64 ? -1L : -1L << (64 - count);
    }

    /// The last address: all bits after the length are one.
    public IpAddress last() {
        if (address.family() == IpFamily.V4) {
            return new IpAddress(IpFamily.V4, 0, address.low() | (~ones(length + 32) & 0xFFFF_FFFFL));
        }
        return new IpAddress(IpFamily.V6, address.high() | ~ones(length), address.low() | ~ones(length - 64));
    }

    public boolean contains(IpAddress other) {
        return other.family() == address.family() && masked(other, length).equals(address);
    }

    @Override
    public int compareTo(Prefix other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
