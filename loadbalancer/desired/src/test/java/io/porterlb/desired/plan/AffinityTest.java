package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Peer;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `sessionAffinity: ClientIP`: all nodes announce, and routers use one at a time.
class AffinityTest {
    private static final String HOST = "198.51.100.7/32";
    private static final int NODES = 9;

    private final Cluster cluster = new Cluster();
    private final Eip eip = cluster.eip("a", "198.51.100.0/24");
    private final Service web = cluster.service("default/web").reports("198.51.100.7");
    private final Peer leaf = cluster.peer("leaf", "192.0.2.1", 65000);

    @BeforeEach
    void cluster() {
        for (int n = 1; n <= NODES; n++) {
            cluster.node("n" + n, "192.0.2.1" + n);
        }
        cluster.conf(65001, "");
        cluster.record("198.51.100.7", "a", web);
        leaf.add();
        web.clientIpAffinity = true;
    }

    /// The standby of each node that announces the prefix itself.
    private Map<String, Integer> places(String prefix) {
        Map<String, Integer> places = new TreeMap<>();
        for (String node : cluster.nodes.keySet()) {
            Planner.plan(cluster.view(), node).routes().stream()
                    .filter(route -> route.nextHop().isEmpty())
                    .filter(route -> route.prefix().toString().equals(prefix))
                    .forEach(route -> places.put(node, route.standby()));
        }
        return places;
    }

    /// The announcing nodes, the first one first; those from the eighth on by name.
    private List<String> order() {
        Map<String, Integer> places = places(HOST);
        assertEquals(
                IntStream.range(0, places.size())
                        .map(place -> Math.min(place, 7))
                        .boxed()
                        .toList(),
                places.values().stream().sorted().toList());
        return places.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void allEqual() {
        assertEquals(Collections.nCopies(NODES, 0), List.copyOf(places(HOST).values()));
    }

    @Test
    void everyNodeAnnouncesAndSevenComeInTurnBeforeTheOthers() {
        assertEquals(NODES, order().size());
    }

    @Test
    void withoutAffinityAllNodesAreEqual() {
        web.clientIpAffinity = false;
        allEqual();
    }

    @Test
    void theAnnotationEcmpKeepsAllNodesEqualAndNoOtherValueDoes() {
        web.annotate(Affinity.ANNOTATION, " ecmp ");
        allEqual();
        web.annotate(Affinity.ANNOTATION, "on");
        assertEquals(NODES, order().size());
    }

    @Test
    void aNodeThatIsNotTheFirstGoesAndNothingElseChanges() {
        List<String> before = order();
        cluster.nodes.remove(before.get(4));
        assertEquals(before.subList(0, 4), order().subList(0, 4));
        cluster.nodes.remove(before.get(1));
        assertEquals(before.getFirst(), order().getFirst());
        assertEquals(before.get(2), order().get(1));
    }

    @Test
    void theSecondTakesOverFromTheFirstWhoComesBackToItsPlace() {
        List<String> before = order();
        cluster.node(before.getFirst(), "192.0.2.11", Map.of(Eligibility.EXCLUDE_LABEL, ""));
        assertEquals(before.get(1), order().getFirst());
        cluster.node(before.getFirst(), "192.0.2.11");
        assertEquals(before, order());
    }

    @Test
    void theFirstIsOneThatHasAnEndpointWhereThePolicyIsLocal() {
        List<String> all = order();
        web.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(ready(all.get(4)), ready(all.get(1))));
        assertEquals(List.of(all.get(1), all.get(4)), order());
    }

    private static EndpointView ready(String node) {
        return new EndpointView(IpFamily.V4, Optional.of(node), true, true, false);
    }

    @Test
    void nodesThatNoRouterHearsOfHaveNoPlace() {
        List<String> all = order();
        cluster.node(all.get(4), "192.0.2.11", Map.of("speaks", "yes"));
        leaf.announceSelf = true;
        leaf.select("speaks", "yes").add();
        assertEquals(0, places(HOST).get(all.get(4)));
        cluster.peer("spine", "192.0.2.2", 65000).add();
        assertEquals(4, places(HOST).get(all.get(4)));
        announce(OptionalInt.empty(), "leaf");
        assertEquals(0, places(HOST).get(all.get(4)));
    }

    @Test
    void aPeerThatIsKeptDownTellsNoRouterOfANode() {
        List<String> all = order();
        cluster.node(all.get(4), "192.0.2.11", Map.of("speaks", "yes"));
        leaf.announceSelf = true;
        leaf.select("speaks", "yes").add();
        Peer spine = cluster.peer("spine", "192.0.2.2", 65000);
        spine.adminDown = true;
        spine.add();
        assertEquals(0, places(HOST).get(all.get(4)));
    }

    private void announce(OptionalInt aggregate, String... peers) {
        eip.announce(a -> new EipAnnouncement(
                a.policy(), a.linkBandwidth(), aggregate, OptionalInt.empty(), List.of(peers), NodeSelector.ALL));
    }

    @Test
    void aNodeHasItsPlaceAlsoWhereAnotherAnnouncesIt() {
        List<String> all = order();
        String speaker = all.get(2);
        cluster.node(speaker, "192.0.2.99", Map.of("speaks", "yes"));
        leaf.select("speaks", "yes").add();
        Map<String, Integer> told = new TreeMap<>();
        for (PlannedRoute route : Planner.plan(cluster.view(), speaker).routes()) {
            told.put(
                    route.nextHop().map(hop -> nodeAt(hop.address().toString())).orElse(speaker), route.standby());
        }
        assertEquals(places(HOST), told);
    }

    private String nodeAt(String address) {
        return cluster.nodes.values().stream()
                .filter(node -> node.ips().getFirst().toString().equals(address))
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void underAnAggregateAnAddressWithAffinityIsAnnouncedByItselfToo() {
        announce(OptionalInt.of(28));
        assertEquals(NODES, order().size());
        assertEquals(
                Collections.nCopies(NODES, 0),
                List.copyOf(places("198.51.100.0/28").values()));
        web.clientIpAffinity = false;
        assertEquals(Map.of(), places(HOST));
    }

    @Test
    void aSharedAddressHasAffinityWhereAnyOfItsServicesAsksForIt() {
        Service dns = cluster.service("default/dns").reports("198.51.100.7");
        cluster.record("198.51.100.7", "a", web, dns);
        assertEquals(NODES, order().size());
        dns.clientIpAffinity = true;
        web.annotate(Affinity.ANNOTATION, Affinity.ECMP);
        assertEquals(NODES, order().size());
        dns.clientIpAffinity = false;
        allEqual();
    }

    @Test
    void thePlanThatAnotherPlaceMakesHasAnotherHash() {
        String node = order().getLast();
        String before = Planner.plan(cluster.view(), node).hash();
        web.clientIpAffinity = false;
        assertNotEquals(before, Planner.plan(cluster.view(), node).hash());
    }
}
