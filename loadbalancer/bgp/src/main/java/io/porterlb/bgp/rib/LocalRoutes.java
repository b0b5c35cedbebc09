package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// All routes that the speaker is to announce. Immutable.
///
/// A hash table by prefix, with open addressing: a route is in the slot that the hash code of its prefix says,
/// or in the next free one. The paths of a prefix come in the order of their preference. So an image takes four
/// to eight octets a route beside the routes, and two images of nearly the same routes are nearly equal arrays,
/// which makes them quick to compare.
public final class LocalRoutes {
    public static final LocalRoutes NONE = new LocalRoutes(Set.of());

    private static final int MIN_SLOTS = 16;
    private static final int GOLDEN_RATIO = 0x9E37_79B9; // spreads neighbours over the table

    private final @Nullable Route[] slots;

    private LocalRoutes(Set<Route> routes) {
        // at most half full, so that runs are short
        slots = new Route[Math.max(MIN_SLOTS, Integer.highestOneBit(Math.max(1, routes.size())) << 2)];
        routes.forEach(this::insert);
    }

    /// An image of these routes.
    ///
    /// @throws IllegalArgumentException if two paths of a prefix have the same path identifier or the same next
    ///     hop; the message names them
    public static LocalRoutes of(Set<Route> routes) {
        return new LocalRoutes(routes);
    }

    /// Takes the place of the first path of the prefix that is worse, which takes the place of the next, and so
    /// on.
    private void insert(Route route) {
        Route rest = route;
        int at = slot(route.prefix());
        for (Route there = slots[at]; there != null; there = slots[at]) {
            if (there.prefix().equals(route.prefix())) {
                requireDistinct(there, rest);
                if (BestPath.FIRST.compare(rest, there) < 0) {
                    slots[at] = rest;
                    rest = there;
                }
            }
            at = next(at);
        }
        slots[at] = rest;
    }

    private static void requireDistinct(Route a, Route b) {
        if (a.pathId() == b.pathId()) {
            throw new IllegalArgumentException("two routes of the same path identifier: " + a + " and " + b);
        }
        if (a.nextHop().equals(b.nextHop())) {
            throw new IllegalArgumentException("two routes of the same next hop: " + a + " and " + b);
        }
    }

    private int slot(Prefix prefix) {
        return (prefix.hashCode() * GOLDEN_RATIO) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
    }

    private int next(int at) {
        return (at + 1) & (slots.length - 1);
    }

    /// The paths of a prefix, the best first; none if there is no route to it.
    List<Route> paths(Prefix prefix) {
        List<Route> paths = List.of();
        int at = slot(prefix);
        for (Route there = slots[at]; there != null; there = slots[at]) {
            if (there.prefix().equals(prefix)) {
                paths = and(paths, there);
            }
            at = next(at);
        }
        return paths;
    }

    /// One path, by far the most frequent case, is not worth a list that can grow.
    private static List<Route> and(List<Route> before, Route route) {
        if (before.isEmpty()) {
            return List.of(route);
        }
        List<Route> all = before.size() == 1 ? new ArrayList<>(before) : before;
        all.add(route);
        return all;
    }

    /// Every prefix once, with its paths.
    void forEach(BiConsumer<Prefix, List<Route>> action) {
        for (Route route : slots) {
            if (route != null) {
                List<Route> paths = paths(route.prefix());
                if (isSame(paths.getFirst(), route)) {
                    action.accept(route.prefix(), paths);
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // no route is in two slots
    private static boolean isSame(Route a, Route b) {
        return a == b;
    }

    int slots() {
        return slots.length;
    }

    @Nullable
    Route at(int slot) {
        return slots[slot];
    }
}
