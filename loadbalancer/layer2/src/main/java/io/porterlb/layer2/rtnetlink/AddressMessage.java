package io.porterlb.layer2.rtnetlink;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.layer2.link.AssignedAddress;
import java.nio.ByteBuffer;

/// RTM_NEWADDR: an address on an interface.
///
/// @param index number of the interface
record AddressMessage(int index, AssignedAddress address) {
    private static final int HEADER_LENGTH = 8; // struct ifaddrmsg
    private static final int ADDRESS = 1; // IFA_ADDRESS: of the other end, if there is IFA_LOCAL
    private static final int LOCAL = 2; // IFA_LOCAL

    static AddressMessage read(ByteBuffer body) {
        Attributes attributes = Attributes.after(body, HEADER_LENGTH);
        IpAddress end =
                attributes.address(ADDRESS).or(() -> attributes.address(LOCAL)).orElseThrow();
        IpAddress own = attributes.address(LOCAL).orElse(end);
        Prefix subnet = Prefix.containing(end, Byte.toUnsignedInt(body.get(1)));
        return new AddressMessage(body.getInt(4), new AssignedAddress(own, subnet));
    }
}
