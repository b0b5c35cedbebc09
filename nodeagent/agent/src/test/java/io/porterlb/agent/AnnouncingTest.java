package io.porterlb.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.agent.bgp.Routes;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PlannedRoute;
import io.porterlb.desired.view.RoutePolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnouncingTest {
    private static final Prefix PREFIX = Prefix.host(IpAddress.of("198.51.100.7"));
    private static final Route STAYING = Route.of(PREFIX);
    private static final Route LEAVING =
            STAYING.with(RouteAttributes.DEFAULT.withLeaving(true).withStandby(RouteAttributes.MAX_STANDBY));

    private final List<Set<Route>> told = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final Announcing announcing = new Announcing(routes -> told.add(Routes.of(routes)), () -> now);

    private void follow(boolean leaving) {
        PlannedRoute route = new PlannedRoute(
                PREFIX, Optional.empty(), RoutePolicy.NONE, 0, OptionalLong.empty(), List.of(), List.of(), leaving);
        announcing.follow(
                new NodePlan("n", Optional.empty(), List.of(route), Layer2Plan.NONE, List.of(), Map.of(), List.of()));
    }

    @Test
    void routersAreToldThatARouteWillBeGoneThenThatItIsAndNothingTwice() {
        follow(false);
        follow(false);
        assertEquals(Optional.empty(), announcing.patience());
        follow(true);
        now = Duration.ofSeconds(1);
        follow(true);
        assertEquals(Optional.of(Duration.ofSeconds(1)), announcing.patience());
        now = Duration.ofSeconds(2);
        follow(true);
        assertEquals(Optional.empty(), announcing.patience());
        assertEquals(List.of(Set.of(STAYING), Set.of(LEAVING), Set.<Route>of()), told);
    }

    @Test
    void theSpeakerIsToldOfNoRoutesToo() {
        follow(true);
        assertEquals(List.of(Set.<Route>of()), told);
    }

    @Test
    void aNoticeThatCouldNotEndIsTriedAgainLaterAndNotAtOnce() {
        follow(false);
        follow(true);
        now = Duration.ofSeconds(3);
        assertEquals(Optional.of(Duration.ofSeconds(1)), announcing.patience());
    }
}
