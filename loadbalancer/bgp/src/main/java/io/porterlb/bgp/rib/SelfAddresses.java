package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import java.util.Optional;

/// The next hops of routes to the speaker itself, in one session.
///
/// @param ipv4 of this machine on the link to the peer
/// @param ipv6 global address on that link
/// @param linkLocal address on that link in fe80::/10
public record SelfAddresses(Optional<IpAddress> ipv4, Optional<IpAddress> ipv6, Optional<IpAddress> linkLocal) {
    public static SelfAddresses none() {
        return new SelfAddresses(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
