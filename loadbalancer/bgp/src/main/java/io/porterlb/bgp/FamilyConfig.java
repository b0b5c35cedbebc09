package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.Optional;

/// One family of routes that a peer is offered.
///
/// @param family IPv4 or IPv6 unicast
/// @param addPathSendMax how many paths of one prefix the peer is told at most, if it takes more than one
///     ([RFC 7911](https://www.rfc-editor.org/rfc/rfc7911)); 0 for one path without a path identifier
/// @param nextHopSelf the next hop of routes to the speaker itself; the session's own address, or another one of that
///     interface, if empty
public record FamilyConfig(AddressFamily family, int addPathSendMax, Optional<IpAddress> nextHopSelf) {
    public static final FamilyConfig IPV4 = new FamilyConfig(AddressFamily.IPV4_UNICAST, 0, Optional.empty());
    public static final FamilyConfig IPV6 = new FamilyConfig(AddressFamily.IPV6_UNICAST, 0, Optional.empty());

    private static final int MAX_PATHS = 0xFFFF;

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a value is out of its range
    public FamilyConfig {
        if (!family.equals(AddressFamily.IPV4_UNICAST) && !family.equals(AddressFamily.IPV6_UNICAST)) {
            throw new IllegalArgumentException("family is IPv4 or IPv6 unicast, not " + family);
        }
        if (addPathSendMax < 0 || addPathSendMax > MAX_PATHS) {
            throw new IllegalArgumentException("addPathSendMax is 0 to " + MAX_PATHS + ", not " + addPathSendMax);
        }
    }

    /// The unicast routes of an address family.
    public static FamilyConfig of(IpFamily family) {
        return switch (family) {
            case V4 -> IPV4;
            case V6 -> IPV6;
        };
    }

    public FamilyConfig withAddPath(int sendMax) {
        return new FamilyConfig(family, sendMax, nextHopSelf);
    }
}
