package io.porterlb.agent.bgp;

import io.porterlb.address.Prefix;
import io.porterlb.desired.plan.NextHop;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PlannedRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is announced of a plan at a moment. A route to a drained node that was announced is so for [#NOTICE] yet, as
/// one
/// that will soon be gone, so that routers send traffic elsewhere while the kernel still forwards it
/// ([RFC 8326](https://www.rfc-editor.org/rfc/rfc8326)). Other plans that come meanwhile neither cut that short nor
/// begin
/// it anew, unless the route is to stay. Immutable.
///
/// @param routes in the order of the plan
/// @param ends of those that are leaving, on the clock of [#next]
public record Announcement(List<PlannedRoute> routes, Map<Way, Duration> ends) {
    /// Nothing, as at the start.
    public static final Announcement NONE = new Announcement(List.of(), Map.of());

    /// Routers act on an UPDATE in milliseconds; the next ones behind them need as long again, each.
    public static final Duration NOTICE = Duration.ofSeconds(2);

    public Announcement {
        routes = List.copyOf(routes);
        ends = Map.copyOf(ends);
    }

    /// Where a route leads, and by whom: which one it is, whatever it says.
    public record Way(Prefix prefix, Optional<NextHop> nextHop) {
        public static Way of(PlannedRoute route) {
            return new Way(route.prefix(), route.nextHop());
        }
    }

    /// What is announced from now on.
    ///
    /// @param now since any moment, on a clock that is never set
    public Announcement next(NodePlan plan, Duration now) {
        Map<Way, Duration> left = leaving(plan, now);
        return new Announcement(
                plan.routes().stream()
                        .filter(route -> !route.leaving() || left.containsKey(Way.of(route)))
                        .toList(),
                left);
    }

    /// Nobody needs a notice of a route that was not announced.
    private Map<Way, Duration> leaving(NodePlan plan, Duration now) {
        Set<Way> announced = routes.stream().map(Way::of).collect(Collectors.toSet());
        return plan.routes().stream()
                .filter(PlannedRoute::leaving)
                .map(Way::of)
                .filter(announced::contains)
                .filter(way -> end(way, now).compareTo(now) > 0)
                .collect(Collectors.toMap(Function.identity(), way -> end(way, now)));
    }

    private Duration end(Way way, Duration now) {
        return ends.getOrDefault(way, now.plus(NOTICE));
    }

    /// When to ask for the next one, whatever the plan is then.
    public Optional<Duration> firstEnd() {
        return ends.values().stream().min(Duration::compareTo);
    }
}
