package io.porterlb.porterctl.speak.json;

import io.porterlb.bgp.wire.value.AddressFamily;

/// Families by the names that `--family` has for them.
final class FamilyNames {
    private FamilyNames() {}

    static String of(AddressFamily family) {
        if (family.equals(AddressFamily.IPV4_UNICAST)) {
            return "ipv4";
        }
        return family.equals(AddressFamily.IPV6_UNICAST) ? "ipv6" : family.afi() + "/" + family.safi();
    }
}
