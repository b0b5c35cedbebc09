package io.porterlb.layer2.rtnetlink;

import io.porterlb.address.MacAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/// RTM_NEWLINK: a network interface.
///
/// @param index its number
/// @param name empty if the kernel left it out
/// @param hardware ARPHRD_*
/// @param flags IFF_*, as in netdevice(7)
/// @param mac zero if it has none of 48 bits
/// @param master number of the bridge or bond that it is a port of
record LinkMessage(int index, String name, int hardware, int flags, MacAddress mac, OptionalInt master) {
    private static final int HEADER_LENGTH = 16; // struct ifinfomsg
    private static final int ADDRESS = 1; // IFLA_ADDRESS
    private static final int NAME = 3; // IFLA_IFNAME
    private static final int MASTER = 10; // IFLA_MASTER
    private static final int LINK_INFO = 18; // IFLA_LINKINFO
    private static final int SLAVE_KIND = 4; // IFLA_INFO_SLAVE_KIND

    static LinkMessage read(ByteBuffer body) {
        Attributes attributes = Attributes.after(body, HEADER_LENGTH);
        return new LinkMessage(
                body.getInt(4),
                attributes.text(NAME).orElse(""),
                Short.toUnsignedInt(body.getShort(2)),
                body.getInt(8),
                attributes
                        .octets(ADDRESS)
                        .filter(octets -> octets.length == MacAddress.OCTETS)
                        .map(MacAddress::ofOctets)
                        .orElse(MacAddress.ZERO),
                master(attributes));
    }

    /// An interface of a VRF has a master too, and keeps its frames.
    private static OptionalInt master(Attributes attributes) {
        Optional<String> kind = attributes.nested(LINK_INFO).text(SLAVE_KIND);
        return kind.equals(Optional.of("vrf"))
                ? OptionalInt.empty()
                : attributes.number(MASTER).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
