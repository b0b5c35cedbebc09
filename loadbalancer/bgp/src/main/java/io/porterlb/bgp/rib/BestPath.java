package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.Route;
import java.util.Comparator;
import java.util.Optional;

/// Which path of a prefix is better, in the order of [RFC 4271
/// 9.1.2.2](https://www.rfc-editor.org/rfc/rfc4271#section-9.1.2.2) as far as it applies to routes of our own.
final class BestPath {
    /// Of a route that says none; what most routers use.
    static final long DEFAULT_LOCAL_PREF = 100;

    /// The best first; one that will soon be gone after all that stay. No two paths of a prefix are equal, for no two
    /// have the same next hop.
    static final Comparator<Route> FIRST = Comparator.<Route, Boolean>comparing(
                    route -> route.attributes().leaving())
            .thenComparing(route -> route.nextHop().isPresent())
            .thenComparingInt(route -> route.attributes().standby())
            .thenComparing(Comparator.comparingLong(BestPath::localPref).reversed())
            .thenComparingInt(route -> route.attributes().prepend())
            .thenComparingLong(route -> route.attributes().med().orElse(0)) // RFC 4271 9.1.2.2 (c): none is 0
            .thenComparing(BestPath::byNextHop);

    private BestPath() {}

    private static long localPref(Route route) {
        return route.attributes().localPref().orElse(DEFAULT_LOCAL_PREF);
    }

    private static int byNextHop(Route a, Route b) {
        Optional<IpAddress> hopA = a.nextHop();
        Optional<IpAddress> hopB = b.nextHop();
        return hopA.isEmpty() || hopB.isEmpty() ? 0 : hopA.get().compareTo(hopB.get());
    }
}
