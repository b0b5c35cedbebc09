package io.porterlb.bgp.rib;

import static io.porterlb.bgp.rib.RibBench.host;
import static io.porterlb.bgp.rib.RibBench.via;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalRoutesTest {
    private static final RouteAttributes DEFAULT = RouteAttributes.DEFAULT;

    /// Each is better than all that follow.
    private static final List<Route> ORDERED = List.of(
            new Route(host(0), 1, Optional.empty(), DEFAULT.withLocalPref(0).withStandby(3), Set.of()),
            via(0, "192.0.2.50", 2).with(DEFAULT.withLocalPref(101).withPrepend(3)),
            via(0, "192.0.2.40", 3).with(DEFAULT.withMed(9)),
            via(0, "192.0.2.20", 4).with(DEFAULT.withPrepend(1)),
            via(0, "192.0.2.30", 5).with(DEFAULT.withPrepend(1)),
            via(0, "192.0.2.10", 6).with(DEFAULT.withPrepend(1).withMed(1)),
            via(0, "192.0.2.5", 7).with(DEFAULT.withLocalPref(102).withStandby(1)),
            via(0, "192.0.2.4", 8).with(DEFAULT.withLocalPref(103).withLeaving(true)));

    private static RouteDelta delta(Set<Route> from, Set<Route> to) {
        return RouteDelta.between(LocalRoutes.of(from), LocalRoutes.of(to));
    }

    @Test
    void whereTheSpeakerItselfIsLeavingOtherPathsThatStayAreBetter() {
        Route self = Route.of(host(0)).with(DEFAULT.withLeaving(true));
        Route other = via(0, "192.0.2.5", 2).with(DEFAULT.withStandby(7));
        assertEquals(List.of(other, self), LocalRoutes.of(Set.of(self, other)).paths(host(0)));
    }

    @Test
    void pathsAreInTheOrderOfPreference() {
        List<Route> shuffled = new ArrayList<>(ORDERED);
        Collections.shuffle(shuffled, new Random(7));
        List<Route> paths = LocalRoutes.of(new LinkedHashSet<>(shuffled)).paths(host(0));
        assertEquals(ORDERED, paths);
    }

    @Test
    void twoPathsToTheSameNextHopAreRefused() {
        Set<Route> same = Set.of(via(0, "192.0.2.8", 1), via(0, "192.0.2.8", 2));
        Exception e = assertThrows(IllegalArgumentException.class, () -> LocalRoutes.of(same));
        assertTrue(String.valueOf(e.getMessage()).startsWith("two routes of the same next hop: "));
        assertTrue(String.valueOf(e.getMessage()).contains("198.51.0.0/32"));
    }

    @Test
    void twoPathsOfTheSameIdentifierAreRefused() {
        Set<Route> same = Set.of(via(0, "192.0.2.8", 1), via(0, "192.0.2.9", 1), Route.via(host(1), RibBench.US, 1));
        Exception e = assertThrows(IllegalArgumentException.class, () -> LocalRoutes.of(same));
        assertTrue(String.valueOf(e.getMessage()).startsWith("two routes of the same path identifier: "));
    }

    @Test
    void deltaNamesNewChangedAndLostPrefixesOnly() {
        Set<Route> from = Set.of(Route.of(host(0)), Route.of(host(1)), Route.of(host(2)));
        Set<Route> to = Set.of(Route.of(host(1)), Route.of(host(2)).with(DEFAULT.withMed(1)), Route.of(host(3)));
        assertEquals(
                Set.of(host(0), host(2), host(3)), Set.copyOf(delta(from, to).changed()));
    }

    @Test
    void pathMoreOrLessIsAChange() {
        Set<Route> one = Set.of(via(0, "192.0.2.8", 8));
        Set<Route> two = Set.of(via(0, "192.0.2.8", 8), via(0, "192.0.2.9", 9));
        assertEquals(List.of(host(0)), delta(one, two).changed());
        assertEquals(List.of(host(0)), delta(two, one).changed());
    }

    @Test
    void equalImagesHaveNoDifference() {
        assertEquals(
                List.of(), delta(RibBench.hosts(0, 9), RibBench.hosts(0, 9)).changed());
        assertEquals(
                List.of(host(0)),
                delta(Set.of(Route.of(host(0))), Set.of(Route.of(host(0)).only(Set.of("leaf-a"))))
                        .changed());
        assertEquals(
                List.of(host(0)),
                delta(Set.of(via(0, "192.0.2.8", 1)), Set.of(via(0, "192.0.2.8", 2)))
                        .changed());
    }
}
