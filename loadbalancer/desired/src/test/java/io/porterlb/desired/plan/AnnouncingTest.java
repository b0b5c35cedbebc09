package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.Community;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.LargeCommunity;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.RoutePolicy;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which node announces which address.
class AnnouncingTest {
    private final Cluster cluster = new Cluster();
    private final Eip eip = cluster.eip("a", "192.0.2.0/24");
    private final Service web = cluster.service("default/web").reports("192.0.2.7");

    @BeforeEach
    void cluster() {
        cluster.node("n1", "10.0.0.1");
        cluster.node("n2", "10.0.0.2");
        cluster.node("n3", "10.0.0.3");
        cluster.record("192.0.2.7", "a", web);
    }

    private Set<String> announcers() {
        Set<String> names = new TreeSet<>();
        for (String node : cluster.nodes.keySet()) {
            List<PlannedRoute> routes = Planner.plan(cluster.view(), node).routes();
            if (!routes.isEmpty()) {
                assertEquals("192.0.2.7/32", routes.getFirst().prefix().toString());
                assertEquals(1, routes.size());
                names.add(node);
            }
        }
        return names;
    }

    private void announcedFrom(String... nodes) {
        assertEquals(new TreeSet<>(Arrays.asList(nodes)), announcers());
    }

    @Test
    void everyEligibleNodeAnnouncesAnAddressThatIsRecordedAndReported() {
        announcedFrom("n1", "n2", "n3");
        PlannedRoute route = Planner.plan(cluster.view(), "n1").routes().getFirst();
        assertEquals(List.of(web.key()), route.services());
    }

    @Test
    void aReportWithoutRecordIsNotAnnounced() {
        cluster.records.clear();
        announcedFrom();
    }

    @Test
    void aRecordThatTheStatusDoesNotShowIsNotAnnounced() {
        web.reports("192.0.2.8");
        announcedFrom();
        web.reports("192.0.2.8", "192.0.2.7");
        announcedFrom("n1", "n2", "n3");
    }

    @Test
    void aRecordOfAnEarlierServiceOfThatNameIsNotAnnounced() {
        cluster.service("default/web").reports("192.0.2.7");
        announcedFrom();
    }

    @Test
    void aServiceThatIsDeletedOrOfAnotherTypeIsNotAnnounced() {
        web.deleting = true;
        announcedFrom();
        web.deleting = false;
        web.loadBalancer = false;
        announcedFrom();
    }

    @Test
    void onlyAddressesOfBgpEipsAreAnnouncedAndADeletedEipStopsNothing() {
        eip.protocol = "bgp";
        announcedFrom("n1", "n2", "n3");
        eip.protocol = "layer2";
        announcedFrom();
        eip.protocol = "vip";
        announcedFrom();
        cluster.eips.clear();
        announcedFrom("n1", "n2", "n3");
    }

    @Test
    void theEipThatHasTheAddressNowSaysHowItIsAnnounced() {
        cluster.eip("part", "192.0.2.0/25").protocol = "layer2";
        eip.address = "192.0.2.128/25";
        announcedFrom();
        eip.address = "192.0.2.0/24"; // the older one, so that the other overlaps it
        announcedFrom("n1", "n2", "n3");
    }

    @ParameterizedTest
    @CsvSource({
        "false, true",
        "False, true",
        "FALSE, true",
        "f, true",
        "F, true",
        "0, true",
        "true, false",
        "True, false",
        "1, false",
        "t, false",
        "'', false",
        "no, false",
        "fALSE, false",
    })
    void theExcludeLabelIsReadAsGoReadsABoolean(String value, boolean announces) {
        cluster.node("n1", "10.0.0.1", Map.of(Eligibility.EXCLUDE_LABEL, value));
        assertEquals(announces, announcers().contains("n1"), value);
    }

    @Test
    void aNodeThatIsGoingAnnouncesNothing() {
        change("n1", Set.of("ToBeDeletedByClusterAutoscaler"), false);
        change("n2", Set.of(), true);
        change("n3", Set.of("node.kubernetes.io/unreachable", "node.kubernetes.io/unschedulable"), false);
        announcedFrom("n3");
    }

    private void change(String name, Set<String> taints, boolean deleting) {
        cluster.nodes.put(
                name,
                new NodeView(
                        name,
                        name + "-uid",
                        Cluster.START,
                        Map.of(),
                        Map.of(),
                        "",
                        List.of(),
                        taints,
                        deleting,
                        Readiness.READY));
    }

    @Test
    void whereTheLabelLeavesNoNodeThePlanSaysSo() {
        assertEquals(List.of(), Planner.plan(cluster.view(), "n1").problems());
        for (String node : List.of("n1", "n2", "n3")) {
            cluster.node(node, "10.0.0.1", Map.of(Eligibility.EXCLUDE_LABEL, ""));
        }
        String message =
                Planner.plan(cluster.view(), "n1").problems().getFirst().message();
        assertEquals(true, message.contains("n1, n2, n3") && message.contains(Eligibility.EXCLUDE_LABEL), message);
        announcedFrom();
    }

    private static EndpointView ready(String node) {
        return new EndpointView(IpFamily.V4, Optional.of(node).filter(name -> !name.isEmpty()), true, true, false);
    }

    private static EndpointView terminating(String node, boolean serving) {
        return new EndpointView(IpFamily.V4, Optional.of(node), false, serving, true);
    }

    private void local(EndpointView... endpoints) {
        web.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(endpoints));
    }

    @Test
    void localIsAnnouncedWhereAnEndpointIsReady() {
        local(ready("n1"), terminating("n2", true), ready("n9"));
        announcedFrom("n1");
    }

    @Test
    void localFallsBackToServingEndpointsWhereNoneIsReadyAnywhere() {
        local(terminating("n2", true), terminating("n3", false));
        announcedFrom("n2");
    }

    @Test
    void localIsNotAnnouncedWhereEndpointsAreUnready() {
        local(new EndpointView(IpFamily.V4, Optional.of("n1"), false, false, false));
        announcedFrom();
        local();
        announcedFrom();
        cluster.endpoints.clear();
        announcedFrom();
    }

    @Test
    void anEndpointWithoutNodeCountsForEveryNode() {
        local(ready(""));
        announcedFrom("n1", "n2", "n3");
    }

    @Test
    void clusterPolicyNeedsNoEndpoint() {
        cluster.endpoints.put(web.key(), List.of());
        announcedFrom("n1", "n2", "n3");
    }

    @Test
    void aSharedAddressIsAnnouncedOnlyWhereAllItsServicesAreReachable() {
        Service dns = cluster.service("default/dns").reports("192.0.2.7");
        dns.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(dns.key(), List.of(ready("n2"), ready("n3")));
        local(ready("n1"), ready("n2"));
        cluster.record("192.0.2.7", "a", web, dns);
        announcedFrom("n2");
        dns.deleting = true;
        announcedFrom("n1", "n2");
    }

    /// Such as one that has just joined, and whose EndpointSlices are not written yet.
    @Test
    void aServiceThatNoNodeCanServeTakesASharedAddressFromNobody() {
        Service dns = cluster.service("default/dns").reports("192.0.2.7");
        dns.policy = TrafficPolicy.LOCAL;
        local(ready("n1"), ready("n2"));
        cluster.record("192.0.2.7", "a", web, dns);
        announcedFrom("n1", "n2");
        cluster.endpoints.put(
                dns.key(), List.of(new EndpointView(IpFamily.V4, Optional.of("n1"), false, false, false)));
        announcedFrom("n1", "n2");
        cluster.endpoints.put(dns.key(), List.of(terminating("n2", true)));
        announcedFrom("n2");
        local();
        announcedFrom("n2");
        cluster.endpoints.clear();
        announcedFrom();
    }

    @Test
    void anEipsNodeSelectorLimitsWhoAnnounces() {
        cluster.node("n2", "10.0.0.2", Map.of("edge", "yes"));
        eip.announce(a -> new EipAnnouncement(
                a.policy(),
                a.linkBandwidth(),
                a.aggregationLength(),
                a.aggregationLengthV6(),
                List.of("leaf2", "leaf1"),
                new NodeSelector(Map.of("edge", "yes"), List.of())));
        announcedFrom("n2");
        assertEquals(List.of("leaf1", "leaf2"), route("n2").peers());
    }

    private PlannedRoute route(String node) {
        return Planner.plan(cluster.view(), node).routes().getFirst();
    }

    private static EipAnnouncement announcement(RoutePolicy policy, long bandwidth) {
        return new EipAnnouncement(
                policy,
                OptionalLong.of(bandwidth),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                NodeSelector.ALL);
    }

    @Test
    void routesSayWhatTheEipSays() {
        RoutePolicy policy = new RoutePolicy(
                List.of(new Community(65000, 1)),
                List.of(new LargeCommunity(65000, 1, 2)),
                OptionalLong.of(200),
                OptionalLong.of(5),
                1);
        eip.announce(_ -> announcement(policy, 1000));
        assertEquals(policy, route("n1").policy());
        assertEquals(OptionalLong.empty(), route("n1").linkBandwidth());
        cluster.eips.clear();
        assertEquals(RoutePolicy.NONE, route("n1").policy());
    }

    @Test
    void linkBandwidthFollowsTheEndpointsOfTheNode() {
        eip.announce(_ -> announcement(RoutePolicy.NONE, 1000));
        local(ready("n1"), ready("n2"), ready("n1"), terminating("n1", true));
        assertEquals(OptionalLong.of(2000), route("n1").linkBandwidth());
        assertEquals(OptionalLong.of(1000), route("n2").linkBandwidth());
    }

    private void aggregate(int length) {
        eip.announce(a -> new EipAnnouncement(
                a.policy(),
                a.linkBandwidth(),
                OptionalInt.of(length),
                OptionalInt.of(64),
                List.of(),
                NodeSelector.ALL));
    }

    private List<String> prefixes() {
        return Planner.plan(cluster.view(), "n1").routes().stream()
                .map(route -> route.prefix().toString())
                .toList();
    }

    @Test
    void addressesUnderOneAggregateAreOneRouteWhileAnyIsAnnounced() {
        Service other = cluster.service("default/other").reports("192.0.2.3");
        cluster.record("192.0.2.3", "a", other);
        aggregate(28);
        assertEquals(List.of("192.0.2.0/28"), prefixes());
        assertEquals(List.of(other.key(), web.key()), route("n1").services());
        other.deleting = true;
        assertEquals(List.of("192.0.2.0/28"), prefixes());
        web.deleting = true;
        assertEquals(List.of(), prefixes());
    }

    @Test
    void anAggregateThatReachesOutOfTheEipIsNotAnnounced() {
        aggregate(23);
        assertEquals(List.of("192.0.2.7/32"), prefixes());
        eip.address = "192.0.2.5-192.0.2.20";
        aggregate(29);
        assertEquals(List.of("192.0.2.7/32"), prefixes());
        Service inner = cluster.service("default/inner").reports("192.0.2.9");
        cluster.record("192.0.2.9", "a", inner);
        assertEquals(List.of("192.0.2.7/32", "192.0.2.8/29"), prefixes());
    }

    @Test
    void ipv6IsAnnouncedToo() {
        cluster.eip("six", "2001:db8::/64");
        cluster.record("2001:db8::7", "six", cluster.service("default/six").reports("2001:db8::7"));
        assertEquals(List.of("192.0.2.7/32", "2001:db8::7/128"), prefixes());
    }

    @Test
    void routesAreInOrder() {
        Service other = cluster.service("default/other").reports("192.0.2.3");
        cluster.record("192.0.2.3", "a", other);
        List<String> prefixes = Planner.plan(cluster.view(), "n1").routes().stream()
                .map(route -> route.prefix().toString())
                .toList();
        assertEquals(List.of("192.0.2.3/32", "192.0.2.7/32"), prefixes);
    }
}
