package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A drained node takes no traffic from outside.
class DrainTest {
    private final Cluster cluster = new Cluster();
    private final Service web = cluster.service("default/web").reports("198.51.100.7");
    private final NodeView n1 = cluster.node("n1", "192.0.2.11");

    DrainTest() {
        cluster.conf(65001, "");
        cluster.eip("a", "198.51.100.0/24");
        cluster.record("198.51.100.7", "a", web);
        cluster.node("n2", "192.0.2.12");
        cluster.peer("leaf", "192.0.2.1", 65000).add();
    }

    private List<PlannedRoute> routes(String node) {
        return Planner.plan(cluster.view(), node).routes();
    }

    private Map<String, Boolean> leavingByNextHop(String node) {
        return routes(node).stream()
                .collect(Collectors.toMap(
                        route -> route.nextHop()
                                .map(hop -> hop.address().toString())
                                .orElse("self"),
                        PlannedRoute::leaving));
    }

    private Set<Drain> causes(String node) {
        return Drain.of(Objects.requireNonNull(cluster.nodes.get(node)));
    }

    private String noneLeft() {
        return Planner.plan(cluster.view(), "n1").problems().getFirst().message();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "", "yes", "True"})
    void theAnnotationDrains(String value) {
        cluster.change(n1, Map.of(Drain.ANNOTATION, value), Set.of(), Readiness.READY);
        drainedBy(Drain.ORDERED);
    }

    @ParameterizedTest
    @CsvSource({
        "node.kubernetes.io/out-of-service, OUT_OF_SERVICE",
        "node.cloudprovider.kubernetes.io/shutdown, SHUT_DOWN"
    })
    void aTaintDrains(String taint, Drain cause) {
        cluster.change(n1, Map.of(), Set.of(taint), Readiness.READY);
        drainedBy(cause);
    }

    @Test
    void aShutdownDrains() {
        cluster.change(n1, Map.of(), Set.of(), Readiness.SHUTTING_DOWN);
        drainedBy(Drain.SHUTTING_DOWN);
    }

    private void drainedBy(Drain cause) {
        assertEquals(Set.of(cause), causes("n1"));
        assertEquals(
                List.of("n2"),
                Eligibility.nodes(cluster.view()).stream().map(NodeView::name).toList());
        assertEquals(Map.of("self", true), leavingByNextHop("n1"));
        assertEquals(Map.of("self", false), leavingByNextHop("n2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "F"})
    void anAnnotationThatIsFalseDoesNot(String value) {
        cluster.change(n1, Map.of(Drain.ANNOTATION, value), Set.of(), Readiness.READY);
        assertEquals(Set.of(), causes("n1"));
    }

    @ParameterizedTest
    @CsvSource({
        "node.kubernetes.io/unschedulable, READY",
        "node.kubernetes.io/not-ready, NOT_READY",
        "node.kubernetes.io/unreachable, UNKNOWN"
    })
    void aCordonAndALackOfReadinessDrainNothing(String taint, Readiness readiness) {
        cluster.change(n1, Map.of(), Set.of(taint), readiness);
        assertEquals(Map.of("self", false), leavingByNextHop("n1"));
    }

    @Test
    void onlyRoutesThatWouldBeThereOtherwiseAreLeaving() {
        web.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(new EndpointView(IpFamily.V4, Optional.of("n2"), true, true, false)));
        cluster.drain("n1");
        assertEquals(List.of(), routes("n1"));
        cluster.drain("n2");
        assertEquals(Map.of("self", true), leavingByNextHop("n2"));
        cluster.node("n2", "192.0.2.12", Map.of(Eligibility.EXCLUDE_LABEL, ""));
        cluster.drain("n2");
        assertEquals(List.of(), routes("n2"));
    }

    @Test
    void theNextNodeInTheOrderOfAffinityIsTheFirstAtOnce() {
        web.clientIpAffinity = true;
        String first = routes("n1").getFirst().standby() == 0 ? "n1" : "n2";
        String second = first.equals("n1") ? "n2" : "n1";
        assertEquals(1, routes(second).getFirst().standby());
        cluster.drain(first);
        assertEquals(0, routes(second).getFirst().standby());
    }

    @Test
    void aNodeThatOthersAnnounceIsLeavingThereToo() {
        cluster.node("n1", "192.0.2.11", Map.of("speaks", "yes"));
        cluster.node("n3", "192.0.2.13");
        cluster.peer("leaf", "192.0.2.1", 65000).select("speaks", "yes").add();
        cluster.drain("n2");
        assertEquals(Map.of("self", false, "192.0.2.12", true, "192.0.2.13", false), leavingByNextHop("n1"));
        cluster.node("n3", "192.0.2.12");
        assertEquals(Map.of("self", false, "192.0.2.12", false), leavingByNextHop("n1"));
    }

    @Test
    void theLastNodeIsDrainedAsWellAndThePlanSaysSo() {
        cluster.drain("n1");
        assertEquals(List.of(), Planner.plan(cluster.view(), "n1").problems());
        cluster.drain("n2");
        assertEquals(Map.of("self", true), leavingByNextHop("n1"));
        assertTrue(noneLeft().contains(": drained: n1, n2."), noneLeft());
    }

    @Test
    void whereTheLabelKeepsOutTheOthersBothAreNamed() {
        cluster.drain("n1");
        cluster.node("n2", "192.0.2.12", Map.of(Eligibility.EXCLUDE_LABEL, ""));
        assertTrue(noneLeft().contains("keeps out n2."), noneLeft());
        assertTrue(noneLeft().contains(" drained: n1."), noneLeft());
    }

    @Test
    void theKernelKnowsTheAddressesAllTheSame() {
        List<VipPlan> vips = Planner.plan(cluster.view(), "n1").vips();
        cluster.drain("n1");
        assertEquals(vips, Planner.plan(cluster.view(), "n1").vips());
        assertEquals(1, vips.size());
    }
}
