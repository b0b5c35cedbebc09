package io.porterlb.agent.announced;

import io.porterlb.agent.bgp.Announcement.Way;
import io.porterlb.desired.plan.PlannedRoute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The routes that are announced, and since when each is, whatever it has said meanwhile. Immutable.
///
/// @param routes in the order of the plan
/// @param since an entry for each of them
public record AnnouncedRoutes(List<PlannedRoute> routes, Map<Way, Instant> since) {
    /// As at the start.
    public static final AnnouncedRoutes NONE = new AnnouncedRoutes(List.of(), Map.of());

    public AnnouncedRoutes {
        routes = List.copyOf(routes);
        since = Map.copyOf(since);
    }

    /// These from now on.
    public AnnouncedRoutes next(List<PlannedRoute> all, Instant now) {
        return new AnnouncedRoutes(
                all,
                all.stream()
                        .map(Way::of)
                        .collect(Collectors.toMap(Function.identity(), way -> since.getOrDefault(way, now))));
    }

    Instant since(PlannedRoute route) {
        Instant began = since.get(Way.of(route));
        if (began == null) {
            throw new IllegalStateException("the route to " + route.prefix() + " is not among those announced");
        }
        return began;
    }
}
