package io.porterlb.bgp.wire.value;

import io.porterlb.address.IpFamily;
import java.util.Optional;

/// Address family and subsequent address family ([RFC 4760
/// 3](https://www.rfc-editor.org/rfc/rfc4760#section-3)). A record, not an enum: a peer may name families
/// that we don't know.
///
/// @param afi [IANA address family number](https://www.iana.org/assignments/address-family-numbers), 16 bits
/// @param safi [IANA SAFI](https://www.iana.org/assignments/safi-namespace), 8 bits
public record AddressFamily(int afi, int safi) {
    public static final AddressFamily IPV4_UNICAST = new AddressFamily(1, 1);
    public static final AddressFamily IPV6_UNICAST = new AddressFamily(2, 1);

    /// Unicast routes to addresses of this family.
    public static AddressFamily unicast(IpFamily family) {
        return switch (family) {
            case V4 -> IPV4_UNICAST;
            case V6 -> IPV6_UNICAST;
        };
    }

    /// Which addresses its routes lead to; empty for a family that we don't know.
    public Optional<IpFamily> addresses() {
        return equals(IPV4_UNICAST)
                ? Optional.of(IpFamily.V4)
                : equals(IPV6_UNICAST) ? Optional.of(IpFamily.V6) : Optional.empty();
    }

    /// `IPv4 unicast`, `IPv6 unicast`, or the numbers of another family.
    @Override
    public String toString() {
        return addresses()
                .map(family -> family == IpFamily.V4 ? "IPv4 unicast" : "IPv6 unicast")
                .orElse("AFI " + afi + " SAFI " + safi);
    }
}
