package io.porterlb.bgp.net.nd;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.value.Octets;

/// An ICMPv6 packet as it came.
///
/// @param source whom it says it is from
/// @param hopLimit what it had left, 0 to 255
/// @param icmp from the type on
record NdPacket(IpAddress source, int hopLimit, Octets icmp) {
    /// Octets of type, code, checksum, and four more that every message has.
    static final int ICMP_HEADER = 8;

    private static final int OPTION_UNIT = 8;
    private static final int OPTION_HEADER = 2;

    int length() {
        return icmp.length();
    }

    int octet(int index) {
        return icmp.at(index);
    }

    int twoOctets(int index) {
        return octet(index) << 8 | octet(index + 1);
    }

    /// Whether the options from there to the end are whole, and none has the length 0, which would be
    /// read for ever.
    boolean optionsAreWhole(int from) {
        int at = from;
        while (at < length()) {
            int size = at + OPTION_HEADER > length() ? 0 : octet(at + 1) * OPTION_UNIT;
            if (size == 0 || size > length() - at) {
                return false;
            }
            at += size;
        }
        return true;
    }
}
