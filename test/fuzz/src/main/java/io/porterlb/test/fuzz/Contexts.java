package io.porterlb.test.fuzz;

import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.HashSet;
import java.util.Set;

/// What two BGP speakers may have agreed on, out of one octet: each bit is one choice. Path identifiers go
/// both ways, so that what was read can be written and read again.
final class Contexts {
    private static final int FOUR_OCTET_AS = 0x01;
    private static final int EXTERNAL = 0x02;
    private static final int IPV4 = 0x04;
    private static final int IPV6 = 0x08;
    private static final int ADD_PATH_IPV4 = 0x10;
    private static final int ADD_PATH_IPV6 = 0x20;
    private static final int EXTENDED_NEXT_HOP = 0x40;

    private Contexts() {}

    static CodecContext of(int choices) {
        Set<AddressFamily> families = families(choices, IPV4, IPV6);
        Set<AddressFamily> addPath = families(choices, ADD_PATH_IPV4, ADD_PATH_IPV6);
        addPath.retainAll(families);
        return new CodecContext(
                (choices & FOUR_OCTET_AS) != 0,
                (choices & EXTERNAL) != 0,
                families,
                addPath,
                addPath,
                (choices & EXTENDED_NEXT_HOP) != 0);
    }

    private static Set<AddressFamily> families(int choices, int ipv4, int ipv6) {
        Set<AddressFamily> families = new HashSet<>();
        if ((choices & ipv4) != 0) {
            families.add(AddressFamily.IPV4_UNICAST);
        }
        if ((choices & ipv6) != 0) {
            families.add(AddressFamily.IPV6_UNICAST);
        }
        return families;
    }
}
