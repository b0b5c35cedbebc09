package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.PeerAddress;
import java.util.Optional;

/// The next hops of routes to the speaker itself, in one session.
///
/// @param ipv4 of this machine on the link to the peer
/// @param ipv6 global address on that link
/// @param linkLocal address on that link in fe80::/10
public record SelfAddresses(Optional<IpAddress> ipv4, Optional<IpAddress> ipv6, Optional<IpAddress> linkLocal) {
    /// Where nothing is known but the session's own address.
    public static SelfAddresses of(IpAddress local) {
        Optional<IpAddress> known = Optional.of(local);
        if (PeerAddress.isLinkLocal(local)) {
            return new SelfAddresses(Optional.empty(), Optional.empty(), known);
        }
        return local.family() == IpFamily.V4
                ? new SelfAddresses(known, Optional.empty(), Optional.empty())
                : new SelfAddresses(Optional.empty(), known, Optional.empty());
    }
}
