package io.porterlb.porterctl.speak;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import io.porterlb.porterctl.speak.text.RouteText;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The routes that are announced now. For the thread that reads the input.
///
/// A route takes the place of the one with the same path identifier. Where none is written, that is the only path of
/// the prefix or, with ADD-PATH, the path to this next hop.
final class RouteTable {
    private final boolean addPath;
    private final Map<Prefix, NavigableMap<Long, Route>> paths = new HashMap<>();

    RouteTable(boolean addPath) {
        this.addPath = addPath;
    }

    /// Why the route can't be one of them, and nothing has changed; empty if it is one now.
    Optional<String> announce(RouteText text) {
        NavigableMap<Long, Route> others = paths.getOrDefault(text.prefix(), new TreeMap<>());
        long id = text.pathId().orElseGet(() -> addPath ? pathTo(text.nextHop(), others) : Route.ONLY_PATH);
        Optional<Long> twin = others.values().stream()
                .filter(route -> route.nextHop().equals(text.nextHop()))
                .map(Route::pathId)
                .filter(other -> other != id)
                .findFirst();
        if (twin.isPresent()) {
            return Optional.of("path " + twin.get() + " of " + text.prefix() + " has the same next hop");
        }
        others.put(id, new Route(text.prefix(), id, text.nextHop(), text.attributes(), Set.of()));
        paths.put(text.prefix(), others);
        return Optional.empty();
    }

    private static long pathTo(Optional<IpAddress> nextHop, NavigableMap<Long, Route> others) {
        return others.values().stream()
                .filter(route -> route.nextHop().equals(nextHop))
                .findFirst()
                .map(Route::pathId)
                .orElseGet(() -> Stream.iterate(Route.ONLY_PATH, id -> id + 1)
                        .filter(id -> !others.containsKey(id))
                        .findFirst()
                        .orElseThrow());
    }

    /// False if there is no such path.
    ///
    /// @param pathId all paths of the prefix if empty
    boolean withdraw(Prefix prefix, OptionalLong pathId) {
        NavigableMap<Long, Route> there = paths.get(prefix);
        if (there == null || (pathId.isPresent() && there.remove(pathId.getAsLong()) == null)) {
            return false;
        }
        if (pathId.isEmpty() || there.isEmpty()) {
            paths.remove(prefix);
        }
        return true;
    }

    Set<Route> all() {
        return paths.values().stream()
                .flatMap(there -> there.values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
