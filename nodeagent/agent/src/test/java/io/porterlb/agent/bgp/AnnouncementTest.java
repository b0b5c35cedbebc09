package io.porterlb.agent.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PlannedRoute;
import io.porterlb.desired.view.RoutePolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Make before break: a route that is leaving is announced for two seconds yet.
class AnnouncementTest {
    private static final PlannedRoute WEB = route("198.51.100.7", false);
    private static final PlannedRoute WEB_LEAVING = route("198.51.100.7", true);
    private static final PlannedRoute SHOP = route("198.51.100.8", false);
    private static final PlannedRoute SHOP_LEAVING = route("198.51.100.8", true);

    private Announcement announcement = Announcement.NONE;

    private static PlannedRoute route(String address, boolean leaving) {
        return new PlannedRoute(
                Prefix.host(IpAddress.of(address)),
                Optional.empty(),
                RoutePolicy.NONE,
                0,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                leaving);
    }

    /// What is announced once the plan is this one.
    private List<PlannedRoute> at(long milliseconds, PlannedRoute... plan) {
        NodePlan routes =
                new NodePlan("n", Optional.empty(), List.of(plan), Layer2Plan.NONE, List.of(), Map.of(), List.of());
        announcement = announcement.next(routes, Duration.ofMillis(milliseconds));
        return announcement.routes();
    }

    private Optional<Duration> ends(long milliseconds) {
        return Optional.of(Duration.ofMillis(milliseconds));
    }

    @Test
    void aRouteThatIsLeavingIsWithdrawnAfterTwoSecondsAndStaysSo() {
        at(0, WEB);
        assertEquals(List.of(WEB_LEAVING), at(5000, WEB_LEAVING));
        assertEquals(ends(7000), announcement.firstEnd());
        assertEquals(List.of(WEB_LEAVING), at(6999, WEB_LEAVING));
        assertEquals(List.of(), at(7000, WEB_LEAVING));
        assertEquals(Optional.empty(), announcement.firstEnd());
        assertEquals(List.of(), at(7001, WEB_LEAVING));
    }

    @Test
    void anotherPlanNeitherCutsTheNoticeShortNorBeginsItAnew() {
        at(0, WEB);
        at(1000, WEB_LEAVING);
        assertEquals(List.of(WEB_LEAVING, SHOP), at(2500, WEB_LEAVING, SHOP));
        assertEquals(ends(3000), announcement.firstEnd());
        assertEquals(List.of(SHOP), at(3000, WEB_LEAVING, SHOP));
    }

    @Test
    void eachRouteHasItsOwnNotice() {
        at(0, WEB, SHOP);
        at(1000, WEB_LEAVING, SHOP);
        assertEquals(List.of(WEB_LEAVING, SHOP_LEAVING), at(2000, WEB_LEAVING, SHOP_LEAVING));
        assertEquals(ends(3000), announcement.firstEnd());
        assertEquals(List.of(SHOP_LEAVING), at(3500, WEB_LEAVING, SHOP_LEAVING));
        assertEquals(ends(4000), announcement.firstEnd());
    }

    @Test
    void whatIsToStayAgainStaysAtOnceAndMayBeginToLeaveAnew() {
        at(0, WEB);
        at(1000, WEB_LEAVING);
        assertEquals(List.of(WEB), at(1500, WEB));
        assertEquals(Optional.empty(), announcement.firstEnd());
        at(9000, WEB_LEAVING);
        assertEquals(ends(11000), announcement.firstEnd());
        at(11000, WEB_LEAVING);
        assertEquals(List.of(WEB), at(12000, WEB));
    }

    @Test
    void whatLeavesThePlanForAnotherReasonGoesAtOnceAlsoDuringTheNotice() {
        at(0, WEB, SHOP);
        assertEquals(List.of(WEB_LEAVING), at(1000, WEB_LEAVING));
        assertEquals(List.of(), at(1001));
    }

    @Test
    void whatWasNotAnnouncedBeforeIsNotBecauseItIsLeaving() {
        assertEquals(List.of(), at(0, WEB_LEAVING));
        assertEquals(List.of(), at(1, WEB_LEAVING));
    }
}
