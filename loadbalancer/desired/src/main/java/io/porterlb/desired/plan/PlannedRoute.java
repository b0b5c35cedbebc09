package io.porterlb.desired.plan;

import io.porterlb.address.Prefix;
import io.porterlb.desired.view.RoutePolicy;
import io.porterlb.desired.view.ServiceKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A route that a node announces.
///
/// @param nextHop another node; the node itself if empty
/// @param policy what the route says
/// @param standby 0 where routers are to use the route beside all others; where they are to use one at a time, its
///     place among them, 0 for the first, 7 for all from the eighth on
/// @param linkBandwidth octets per second, by which routers weight equal paths; not said if empty
/// @param peers BgpPeers that are told, in order; all if empty
/// @param services the Services at its addresses, in order
/// @param leaving whether the node that it leads to is drained: the route is to go, after routers were told
public record PlannedRoute(
        Prefix prefix,
        Optional<NextHop> nextHop,
        RoutePolicy policy,
        int standby,
        OptionalLong linkBandwidth,
        List<String> peers,
        List<ServiceKey> services,
        boolean leaving)
        implements Comparable<PlannedRoute> {
    private static final Comparator<PlannedRoute> ORDER = Comparator.comparing(PlannedRoute::prefix)
            .thenComparing(route -> route.nextHop().map(NextHop::pathId).orElse(0L));

    public PlannedRoute {
        peers = List.copyOf(peers);
        services = List.copyOf(services);
    }

    @Override
    public int compareTo(PlannedRoute other) {
        return ORDER.compare(this, other);
    }
}
