package io.porterlb.bgp.rib;

import io.porterlb.address.Prefix;
import io.porterlb.bgp.Route;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The way from one image of the routes to the next.
///
/// @param to the next
/// @param changed prefixes with a path more, less, or of other attributes; none twice
public record RouteDelta(LocalRoutes to, List<Prefix> changed) {
    public static RouteDelta between(LocalRoutes from, LocalRoutes to) {
        return new RouteDelta(to, from.slots() == to.slots() ? changedSlots(from, to) : changedPrefixes(from, to));
    }

    /// Between images of about the same size: routes that did not change are in the same slots, but for a few
    /// whose neighbours did, and are mostly the same objects.
    private static List<Prefix> changedSlots(LocalRoutes from, LocalRoutes to) {
        Set<Prefix> suspects = new LinkedHashSet<>();
        for (int slot = 0; slot < to.slots(); slot++) {
            Route old = from.at(slot);
            Route next = to.at(slot);
            if (!isSame(old, next)) {
                add(old, suspects);
                add(next, suspects);
            }
        }
        suspects.removeIf(prefix -> from.paths(prefix).equals(to.paths(prefix)));
        return List.copyOf(suspects);
    }

    /// Field by field, which was measured to take a quarter of the time that the generated equals takes.
    @SuppressWarnings("ReferenceEquality") // a shortcut
    private static boolean isSame(@Nullable Route a, @Nullable Route b) {
        return a == b
                || (a != null
                        && b != null
                        && a.prefix().equals(b.prefix())
                        && a.pathId() == b.pathId()
                        && a.nextHop().equals(b.nextHop())
                        && a.attributes().equals(b.attributes())
                        && a.peers().equals(b.peers()));
    }

    private static void add(@Nullable Route route, Set<Prefix> suspects) {
        if (route != null) {
            suspects.add(route.prefix());
        }
    }

    /// Between images of different sizes, as when there was nothing before.
    private static List<Prefix> changedPrefixes(LocalRoutes from, LocalRoutes to) {
        List<Prefix> changed = new ArrayList<>();
        to.forEach((prefix, paths) -> {
            if (!paths.equals(from.paths(prefix))) {
                changed.add(prefix);
            }
        });
        from.forEach((prefix, _) -> {
            if (to.paths(prefix).isEmpty()) {
                changed.add(prefix);
            }
        });
        return changed;
    }
}
