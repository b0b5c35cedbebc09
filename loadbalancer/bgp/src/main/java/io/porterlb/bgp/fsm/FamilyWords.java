package io.porterlb.bgp.fsm;

import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Address families as a person calls them.
public final class FamilyWords {
    private static final Comparator<AddressFamily> ORDER =
            Comparator.comparingInt(AddressFamily::afi).thenComparingInt(AddressFamily::safi);

    private FamilyWords() {}

    /// `IPv4 unicast`; one that we don't know by its numbers, `AFI 25 SAFI 70`.
    public static String of(AddressFamily family) {
        if (family.equals(AddressFamily.IPV4_UNICAST)) {
            return "IPv4 unicast";
        }
        return family.equals(AddressFamily.IPV6_UNICAST)
                ? "IPv6 unicast"
                : "AFI " + family.afi() + " SAFI " + family.safi();
    }

    /// Several, in the order of their numbers.
    public static String of(Collection<AddressFamily> families, String separator) {
        return families.stream().sorted(ORDER).map(FamilyWords::of).collect(Collectors.joining(separator));
    }
}
