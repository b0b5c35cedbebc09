package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Peer;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nodes that a nodeSelector leaves out are next hops all the same.
class LeftOutTest {
    private final Cluster cluster = new Cluster();
    private final Service web = cluster.service("default/web").reports("198.51.100.7");
    private final Peer leaf;

    LeftOutTest() {
        cluster.conf(65001, "");
        cluster.eip("a", "198.51.100.0/24");
        cluster.record("198.51.100.7", "a", web);
        cluster.node("n1", "192.0.2.11", Map.of("speaks", "yes"));
        cluster.node("n2", "192.0.2.12");
        cluster.node("n3", "192.0.2.13");
        leaf = cluster.peer("leaf", "192.0.2.1", 65000).select("speaks", "yes");
        leaf.add();
    }

    private List<PlannedRoute> routes(String node) {
        return Planner.plan(cluster.view(), node).routes();
    }

    /// `self`, or the address of the next hop.
    private Set<String> nextHops(String node) {
        return routes(node).stream()
                .map(route ->
                        route.nextHop().map(hop -> hop.address().toString()).orElse("self"))
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    @Test
    void aSelectedNodeAnnouncesTheOthersTooToThatPeerOnly() {
        cluster.peer("all", "192.0.2.2", 65000).add();
        assertEquals(Set.of("self", "192.0.2.12", "192.0.2.13"), nextHops("n1"));
        assertEquals(Set.of("self"), nextHops("n2"));
        routes("n1")
                .forEach(route ->
                        assertEquals(route.nextHop().isPresent() ? List.of("leaf") : List.of(), route.peers()));
    }

    @Test
    void announceSelfKeepsItToTheNodesThemselves() {
        leaf.announceSelf = true;
        leaf.add();
        assertEquals(Set.of("self"), nextHops("n1"));
    }

    @Test
    void inARackOnlyNodesOfThatRackAreAnnounced() {
        cluster.node("n1", "192.0.2.11", Map.of("speaks", "yes", SpeakerIdentity.RACK_LABEL, "a"));
        cluster.node("n2", "192.0.2.12", Map.of(SpeakerIdentity.RACK_LABEL, "a"));
        cluster.node("n3", "192.0.2.13", Map.of(SpeakerIdentity.RACK_LABEL, "b"));
        assertEquals(Set.of("self", "192.0.2.12"), nextHops("n1"));
    }

    @Test
    void aNodeThatTakesNoTrafficIsNoNextHopButMaySpeakForOthers() {
        cluster.node("n1", "192.0.2.11", Map.of("speaks", "yes", Eligibility.EXCLUDE_LABEL, ""));
        cluster.node("n2", "192.0.2.12", Map.of(Eligibility.EXCLUDE_LABEL, ""));
        assertEquals(Set.of("192.0.2.13"), nextHops("n1"));
        web.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(new EndpointView(IpFamily.V4, Optional.of("n2"), true, true, false)));
        assertEquals(Set.of(), nextHops("n1"));
    }

    @Test
    void aNextHopIsOfTheFamilyOfTheRoute() {
        cluster.node("n2", "2001:db8::12");
        assertEquals(Set.of("self", "192.0.2.13"), nextHops("n1"));
    }

    @Test
    void twoNodesOfOneAddressAreOneNextHop() {
        cluster.node("n3", "192.0.2.12");
        assertEquals(2, routes("n1").size());
    }

    @Test
    void pathIdsFollowFromTheNodesAndDiffer() {
        Map<String, Long> ids = PathIds.of(List.of("Aa", "BB", "n1")); // the first two have the same hash
        assertNotEquals(ids.get("Aa"), ids.get("BB"));
        assertEquals(ids.get("n1"), PathIds.of(List.of("n1", "n2")).get("n1"));
        assertTrue(ids.values().stream().allMatch(id -> id > 1 && id < 1L << 32));
        NextHop hop = routes("n1").get(1).nextHop().orElseThrow();
        String name = hop.address().equals(IpAddress.of("192.0.2.12")) ? "n2" : "n3";
        assertEquals(PathIds.of(cluster.nodes.keySet()).get(name), hop.pathId());
    }
}
