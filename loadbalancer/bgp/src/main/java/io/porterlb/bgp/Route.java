package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import java.util.Optional;
import java.util.Set;

/// A route to announce.
///
/// @param prefix where to
/// @param pathId tells the paths of a prefix apart toward a peer that takes more than one
///     ([RFC 7911 3](https://www.rfc-editor.org/rfc/rfc7911#section-3)); 1 to 4294967295, the same as long as
///     the path lives, and no two paths of a prefix have the same. Of all paths a peer that takes one gets the
///     best: of those that are not leaving the speaker itself, else the first on standby, the highest local preference,
///     the shortest AS path, the lowest MED, the lowest next hop
/// @param nextHop whom to send packets to; empty for the speaker itself
/// @param attributes the rest
/// @param peers names of the peers that are told; all if empty
public record Route(
        Prefix prefix, long pathId, Optional<IpAddress> nextHop, RouteAttributes attributes, Set<String> peers) {
    /// The identifier of the only path of a prefix.
    public static final long ONLY_PATH = 1;

    private static final long MAX_PATH_ID = 0xFFFF_FFFFL;

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if the path identifier is out of its range, or an IPv6 prefix has
    ///     an IPv4 next hop, which no message has room for
    public Route {
        peers = Set.copyOf(peers);
        if (pathId < 1 || pathId > MAX_PATH_ID) {
            throw new IllegalArgumentException(
                    "route " + prefix + ": pathId is 1 to " + MAX_PATH_ID + ", not " + pathId);
        }
        boolean ipv4NextHop = nextHop.filter(hop -> hop.family() == IpFamily.V4).isPresent();
        if (prefix.address().family() == IpFamily.V6 && ipv4NextHop) {
            throw new IllegalArgumentException(
                    "route " + prefix + ": an IPv6 route has an IPv6 next hop, not " + nextHop.get());
        }
    }

    /// To the speaker itself, with default attributes.
    public static Route of(Prefix prefix) {
        return new Route(prefix, ONLY_PATH, Optional.empty(), RouteAttributes.DEFAULT, Set.of());
    }

    /// To another one.
    public static Route via(Prefix prefix, IpAddress nextHop, long pathId) {
        return new Route(prefix, pathId, Optional.of(nextHop), RouteAttributes.DEFAULT, Set.of());
    }

    /// With other attributes.
    public Route with(RouteAttributes next) {
        return new Route(prefix, pathId, nextHop, next, peers);
    }

    /// For these peers only.
    public Route only(Set<String> next) {
        return new Route(prefix, pathId, nextHop, attributes, next);
    }
}
