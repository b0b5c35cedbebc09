package io.porterlb.agent.announced;

import io.porterlb.address.Prefix;
import io.porterlb.agent.bgp.Announcement.Way;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.SessionInfo;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.desired.plan.PlannedRoute;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A BgpPeer whose session is up, and which routes it has been told of. That follows from what both agreed on and from
/// how many paths of a family it has; the BGP library is not asked for each route.
///
/// @param since when the session came up
record ToldPeer(String name, Instant since, Set<Way> told) {
    /// Empty where there is no session.
    ///
    /// @param routes all that are announced, in order
    static Optional<ToldPeer> of(PeerStatus status, List<PlannedRoute> routes) {
        return status.session()
                .filter(_ -> status.state() == SessionState.ESTABLISHED)
                .map(session -> new ToldPeer(status.name(), status.since(), told(status.name(), session, routes)));
    }

    private static Set<Way> told(String name, SessionInfo session, List<PlannedRoute> routes) {
        Map<Prefix, List<PlannedRoute>> paths = routes.stream()
                .filter(route -> route.peers().isEmpty() || route.peers().contains(name))
                .filter(route -> session.pathsSent().getOrDefault(family(route.prefix()), 0) > 0)
                .collect(Collectors.groupingBy(PlannedRoute::prefix));
        return paths.entrySet().stream()
                .flatMap(entry -> told(session, entry.getKey(), entry.getValue()))
                .map(Way::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// One that takes a single path of a prefix gets the best: one that stays, and that to the node itself, the first.
    private static Stream<PlannedRoute> told(SessionInfo session, Prefix prefix, List<PlannedRoute> paths) {
        return session.addPath().contains(family(prefix))
                ? paths.stream()
                : paths.stream().min(Comparator.comparing(PlannedRoute::leaving)).stream();
    }

    private static AddressFamily family(Prefix prefix) {
        return AddressFamily.unicast(prefix.address().family());
    }

    /// Since when it has this route.
    ///
    /// @param announced when the node began to announce it
    Instant since(Instant announced) {
        return announced.isAfter(since) ? announced : since;
    }
}
