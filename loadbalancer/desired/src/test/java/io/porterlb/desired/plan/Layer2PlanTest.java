package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Layer2PlanTest {
    private final Cluster cluster = new Cluster();
    private final Eip eip = cluster.eip("pool", "192.0.2.0/24");
    private final Service web = cluster.service("default/web").reports("192.0.2.7");

    @BeforeEach
    void nodes() {
        eip.protocol = "layer2";
        cluster.record("192.0.2.7", "pool", web);
        cluster.node("n1", "10.0.0.1");
        cluster.node("n2", "10.0.0.2");
        cluster.node("n3", "10.0.0.3", Map.of(Eligibility.EXCLUDE_LABEL, ""));
    }

    private Layer2Plan plan() {
        return Planner.plan(cluster.view(), "n1").layer2();
    }

    private void mayAnswer(String... nodes) {
        List<Set<String>> wanted = nodes.length == 0 ? List.of() : List.of(Set.of(nodes));
        assertEquals(wanted, plan().answers().stream().map(AnswerPlan::nodes).toList());
    }

    private static EndpointView endpoint(String node, boolean ready) {
        return new EndpointView(IpFamily.V4, Optional.of(node), ready, true, !ready);
    }

    @Test
    void anyNodeThatTakesTrafficMayAnswer() {
        mayAnswer("n1", "n2");
        AnswerPlan answer = plan().answers().getFirst();
        assertEquals(IpAddress.of("192.0.2.7"), answer.address());
        assertEquals(List.of(web.key()), answer.services());
    }

    @Test
    void theProtocolOfOldVersionsIsTheSame() {
        eip.protocol = "vip";
        mayAnswer("n1", "n2");
    }

    @Test
    void theSameIsPlannedOnEveryNodeAndDoesNotChangeWhatAPlanIsCalled() {
        assertEquals(plan(), Planner.plan(cluster.view(), "n3").layer2());
        String before = Planner.plan(cluster.view(), "n1").hash();
        cluster.drain("n2");
        assertEquals(before, Planner.plan(cluster.view(), "n1").hash());
    }

    @Test
    void anAddressThatNobodyAnnouncesIsKnownToBeSilentAndTheOtherOneOfItsServiceIsNot() {
        cluster.eip("six", "2001:db8::/64").protocol = "layer2";
        web.reports("192.0.2.7", "2001:db8::7");
        cluster.record("2001:db8::7", "six", web);
        assertEquals(Set.of(), silent());
        web.conditions = Map.of(Condition.ANNOUNCED, "Node n1 does not answer for 192.0.2.7: it has no link.");
        assertEquals(Set.of(IpAddress.of("192.0.2.7")), silent());
    }

    @Test
    void oneServiceAtASharedAddressIsEnoughToTellThatItIsSilent() {
        Service other = cluster.service("default/other").shares("k").reports("192.0.2.7");
        cluster.record("192.0.2.7", "pool", web, other);
        other.conditions = Map.of(Condition.ANNOUNCED, "No node answers for 192.0.2.7: see there.");
        assertEquals(Set.of(IpAddress.of("192.0.2.7")), silent());
    }

    private Set<IpAddress> silent() {
        return plan().answers().stream()
                .filter(AnswerPlan::silent)
                .map(AnswerPlan::address)
                .collect(Collectors.toSet());
    }

    @Test
    void noRouteLeadsToIt() {
        assertEquals(List.of(), Planner.plan(cluster.view(), "n1").routes());
    }

    @Test
    void aDrainedNodeMayNot() {
        cluster.drain("n1");
        mayAnswer("n2");
    }

    @Test
    void ofAServiceWithLocalPolicyOnlyNodesWithAnEndpointMay() {
        web.policy = TrafficPolicy.LOCAL;
        mayAnswer();
        cluster.endpoints.put(web.key(), List.of(endpoint("n2", true), endpoint("n1", false)));
        mayAnswer("n2");
        cluster.endpoints.put(web.key(), List.of(endpoint("n1", false)));
        mayAnswer("n1");
    }

    @Test
    void anEndpointOfTheOtherFamilyDoesNotCount() {
        web.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(new EndpointView(IpFamily.V6, Optional.of("n1"), true, true, false)));
        mayAnswer();
    }

    @Test
    void ofASharedAddressTheNodesThatHaveEndpointsOfAllMay() {
        Service other = cluster.service("default/other").shares("k").reports("192.0.2.7");
        cluster.record("192.0.2.7", "pool", web, other);
        web.policy = TrafficPolicy.LOCAL;
        other.policy = TrafficPolicy.LOCAL;
        cluster.endpoints.put(web.key(), List.of(endpoint("n1", true), endpoint("n2", true)));
        mayAnswer("n1", "n2");
        cluster.endpoints.put(other.key(), List.of(endpoint("n2", true)));
        mayAnswer("n2");
        cluster.endpoints.put(web.key(), List.of(endpoint("n1", true)));
        mayAnswer();
        assertEquals(
                List.of("NoCommonNode"),
                Planner.plan(cluster.view(), "n1").problems().stream()
                        .map(Problem::reason)
                        .toList());
    }

    @Test
    void aNodeThatIsNotThereKnowsWhatTheOthersShare() {
        assertEquals(plan(), Planner.plan(cluster.view(), "n9").layer2());
    }

    /// Nor does it stop to be announced by BGP: who did so is not known any more.
    @Test
    void anEipThatIsGoneStopsNothing() {
        cluster.eips.clear();
        mayAnswer("n1", "n2");
        assertEquals("pool", plan().answers().getFirst().eip());
    }

    @Test
    void theLinksAreThereWithoutAnyService() {
        cluster.records.clear();
        eip.networkInterface = "can_reach:192.0.2.1";
        LinkPlan link = new LinkPlan("pool", "can_reach:192.0.2.1", IpAddress.of("192.0.2.0"));
        assertEquals(new Layer2Plan(List.of(link), List.of()), plan());
        eip.foreign = true;
        assertEquals(Layer2Plan.NONE, plan());
    }
}
