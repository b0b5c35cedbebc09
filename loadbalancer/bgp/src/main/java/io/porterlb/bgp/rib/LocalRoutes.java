package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All routes that the speaker is to announce, one for each prefix. Immutable.
public final class LocalRoutes {
    public static final LocalRoutes NONE = new LocalRoutes(Map.of());

    private final Map<Prefix, Route> byPrefix;

    private LocalRoutes(Map<Prefix, Route> byPrefix) {
        this.byPrefix = byPrefix;
    }

    /// Of several next hops of a prefix one is taken, the same at all times: the speaker itself, else the lowest.
    ///
    /// @throws IllegalArgumentException if two routes differ in nothing but their attributes
    public static LocalRoutes of(Set<Route> routes) {
        Map<Prefix, Route> byPrefix = HashMap.newHashMap(routes.size());
        routes.forEach(route -> byPrefix.merge(route.prefix(), route, LocalRoutes::better));
        return new LocalRoutes(Collections.unmodifiableMap(byPrefix));
    }

    private static Route better(Route a, Route b) {
        if (a.nextHop().equals(b.nextHop())) {
            throw new IllegalArgumentException("two routes to the same next hop: " + a + " and " + b);
        }
        Optional<IpAddress> hopA = a.nextHop();
        Optional<IpAddress> hopB = b.nextHop();
        boolean aIsBetter = hopA.isEmpty() || (hopB.isPresent() && hopA.get().compareTo(hopB.get()) < 0);
        return aIsBetter ? a : b;
    }

    Map<Prefix, Route> byPrefix() {
        return byPrefix;
    }

    public Collection<Route> all() {
        return byPrefix.values();
    }
}
