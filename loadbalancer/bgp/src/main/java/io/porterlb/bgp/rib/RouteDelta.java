package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way from one image of the routes to the next.
///
/// @param withdrawn prefixes that are no longer there
/// @param announced routes that are new or have changed
public record RouteDelta(List<Prefix> withdrawn, List<Route> announced) {
    public static RouteDelta between(LocalRoutes from, LocalRoutes to) {
        List<Prefix> withdrawn = from.byPrefix().keySet().stream()
                .filter(prefix -> !to.byPrefix().containsKey(prefix))
                .toList();
        List<Route> announced = to.all().stream()
                .filter(route -> !saysTheSame(route, from.byPrefix().get(route.prefix())))
                .toList();
        return new RouteDelta(withdrawn, announced);
    }

    /// Of two routes of one prefix. Comparing that once more would be most of the work of a change among many routes.
    private static boolean saysTheSame(Route route, @Nullable Route old) {
        return old != null
                && route.nextHop().equals(old.nextHop())
                && route.attributes().equals(old.attributes());
    }
}
