package io.porterlb.agent.bgp;

import io.porterlb.bgp.Community;
import io.porterlb.bgp.LargeCommunity;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.desired.plan.NextHop;
import io.porterlb.desired.plan.PlannedRoute;
import io.porterlb.desired.view.RoutePolicy;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns the routes of a plan into the words of the BGP library.
public final class Routes {
    private Routes() {}

    /// Those of a plan that are announced, each with the session's own address as next hop, or another node's.
    public static Set<Route> of(List<PlannedRoute> announced) {
        return announced.stream().map(Routes::route).collect(Collectors.toUnmodifiableSet());
    }

    private static Route route(PlannedRoute route) {
        return new Route(
                route.prefix(),
                route.nextHop().map(NextHop::pathId).orElse(Route.ONLY_PATH),
                route.nextHop().map(NextHop::address),
                attributes(route.policy(), route.linkBandwidth())
                        .withStandby(standby(route))
                        .withLeaving(route.leaving()),
                Set.copyOf(route.peers()));
    }

    /// To routers that don't know GRACEFUL_SHUTDOWN a route that is leaving is the worst all the same.
    private static int standby(PlannedRoute route) {
        return route.leaving() ? RouteAttributes.MAX_STANDBY : route.standby();
    }

    /// @param linkBandwidth octets per second
    static RouteAttributes attributes(RoutePolicy policy, OptionalLong linkBandwidth) {
        return new RouteAttributes(
                policy.med(),
                policy.localPref(),
                policy.prepend(),
                0,
                policy.communities().stream()
                        .map(c -> new Community(c.asNumber(), c.value()))
                        .toList(),
                policy.largeCommunities().stream()
                        .map(c -> new LargeCommunity(c.globalAdministrator(), c.data1(), c.data2()))
                        .toList(),
                List.of(),
                linkBandwidth.isPresent()
                        ? OptionalDouble.of((double) linkBandwidth.getAsLong())
                        : OptionalDouble.empty(),
                false);
    }
}
