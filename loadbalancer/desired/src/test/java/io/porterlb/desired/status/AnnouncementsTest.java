package io.porterlb.desired.status;

import static io.porterlb.desired.status.Statuses.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Allocator;
import io.porterlb.desired.allocation.AllocatorSettings;
import io.porterlb.desired.allocation.Assignment;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private final Cluster cluster = new Cluster();
    private final Eip eip = cluster.eip("pool", "192.0.2.0/24");
    private final Service web = cluster.service("default/web").reports("192.0.2.7");

    @BeforeEach
    void nodes() {
        cluster.record("192.0.2.7", "pool", web);
        cluster.node("n1", "10.0.0.1");
        cluster.node("n2", "10.0.0.2");
        eip.protocol = "layer2";
    }

    private void layer2(String node, Owned... owned) {
        cluster.report(node, new Layer2Report(List.of(owned), 0, Map.of(), List.of(), 1, true, "1"));
    }

    private static Owned owned(State state, String message) {
        return new Owned(IpAddress.of("192.0.2.7"), "eth0", state, "", message);
    }

    private Optional<String> missing() {
        ClusterView view = cluster.view();
        return Announcements.of(view).missing(web.view(), held(view)).map(Notice::reason);
    }

    private Assignment.Held held(ClusterView view) {
        return (Assignment.Held) Objects.requireNonNull(
                Allocator.allocate(view, AllocatorSettings.DEFAULT).services().get(web.key()));
    }

    @Test
    void nothingIsSaidWhereNobodyReports() {
        assertEquals(Optional.empty(), missing());
    }

    @Test
    void anAddressThatNoNodeOwnsIsMissing() {
        layer2("n1");
        assertEquals(Optional.of("NoNodeAnswers"), missing());
    }

    @Test
    void oneThatIsAnsweredForIsNot() {
        layer2("n1");
        for (State state : List.of(State.ANNOUNCING, State.CONTESTED)) {
            layer2("n2", owned(state, ""));
            assertEquals(Optional.empty(), missing());
        }
    }

    @Test
    void oneThatSomebodyElseHasIsMissing() {
        layer2("n1", owned(State.IN_USE, "m"));
        assertEquals(Optional.of("NotAnsweredFor"), missing());
        layer2("n2", owned(State.ANNOUNCING, ""));
        assertEquals(Optional.empty(), missing());
    }

    /// Else the next owner would be told nothing of a machine that the last one has found.
    @Test
    void oneThatIsStillAskedForIsMissingToo() {
        layer2("n1", owned(State.PROBING, ""));
        assertEquals(Optional.of("NotAnsweredFor"), missing());
        layer2("n2", owned(State.ANNOUNCING, ""));
        assertEquals(Optional.empty(), missing());
    }

    /// Node n2 reports this, and is not heard any more; n1 has nothing.
    private void isSilentAfter(State state) {
        layer2("n1");
        layer2("n2", owned(state, ""));
        cluster.unreachable(cluster.node("n2", "10.0.0.2"));
    }

    /// It may be the API server alone that does not hear it. Agents ask on the link first for an address
    /// that is named.
    @Test
    void oneWhoseOwnerIsNotHeardIsSaidToBeSoAndNotNamed() {
        isSilentAfter(State.ANNOUNCING);
        ClusterView view = cluster.view();
        Notice said = Announcements.of(view).missing(web.view(), held(view)).orElseThrow();
        assertEquals("OwnerNotHeard", said.reason());
        assertTrue(said.message().contains("Node n2, which answered for the IPv4 address of Eip pool"), said.message());
        assertFalse(said.message().contains("192.0.2.7"), said.message());
        layer2("n1", owned(State.ANNOUNCING, ""));
        assertEquals(Optional.empty(), missing());
    }

    /// Somebody else may have it: that is not forgotten because of what a dead node once said.
    @Test
    void oneThatWasSaidToBeSilentStaysSoWhateverASilentNodeHasReported() {
        isSilentAfter(State.ANNOUNCING);
        web.conditions = Map.of(ServiceView.ANNOUNCED, "Node n1 does not answer for 192.0.2.7: m");
        assertEquals(Optional.of("NoNodeAnswers"), missing());
    }

    @Test
    void ofTwoSilentNodesTheOneThatHadItLastCounts() {
        cluster.node("n3", "10.0.0.3");
        layer2("n3");
        layer2("n1", new Owned(IpAddress.of("192.0.2.7"), "eth0", State.ANNOUNCING, "2026-01-01T00:00:00Z", ""));
        layer2("n2", new Owned(IpAddress.of("192.0.2.7"), "eth0", State.IN_USE, "2026-01-01T00:00:05Z", "m"));
        cluster.unreachable(cluster.node("n1", "10.0.0.1"));
        cluster.unreachable(cluster.node("n2", "10.0.0.2"));
        assertEquals(Optional.of("NoNodeAnswers"), missing());
        layer2("n2", new Owned(IpAddress.of("192.0.2.7"), "eth0", State.ANNOUNCING, "2026-01-01T00:00:05Z", ""));
        assertEquals(Optional.of("OwnerNotHeard"), missing());
    }

    @Test
    void whatASilentNodeDidNotAnswerForIsAnsweredForByNobody() {
        isSilentAfter(State.PROBING);
        assertEquals(Optional.of("NoNodeAnswers"), missing());
    }

    @Test
    void allThatAreMissingAreNamed() {
        cluster.eip("six", "2001:db8::/64").protocol = "layer2";
        web.reports("192.0.2.7", "2001:db8::7").dualStack(IpFamilyPolicy.REQUIRE_DUAL_STACK, IpFamily.V4);
        cluster.record("2001:db8::7", "six", web);
        layer2("n1", owned(State.LINK_DOWN, "no carrier."));
        ClusterView view = cluster.view();
        String said = Announcements.of(view)
                .missing(web.view(), held(view))
                .orElseThrow()
                .message();
        assertTrue(said.contains("192.0.2.7: no carrier.") && said.contains("answers for 2001:db8::7: "), said);
    }

    private static EndpointView ready(String node) {
        return new EndpointView(IpFamily.V4, Optional.of(node), true, true, false);
    }

    private boolean hangsOnEndpoints() {
        ClusterView view = cluster.view();
        return Announcements.of(view).hangsOnEndpoints(web.view(), held(view));
    }

    @Test
    void ofAServiceWithLocalPolicyNothingIsSaidWhileItsEndpointsAreUnknown() {
        layer2("n1");
        assertFalse(hangsOnEndpoints());
        web.policy = TrafficPolicy.LOCAL;
        assertEquals(Optional.empty(), missing());
        assertTrue(hangsOnEndpoints());
    }

    @Test
    void aLocalServiceIsMissingWhereANodeThatMayAnswerHasAnEndpointThatTakesTraffic() {
        web.policy = TrafficPolicy.LOCAL;
        layer2("n1");
        cluster.endpoints.put(web.key(), List.of());
        assertEquals(Optional.empty(), missing());
        cluster.endpoints.put(web.key(), List.of(new EndpointView(IpFamily.V4, Optional.of("n2"), false, true, false)));
        assertEquals(Optional.empty(), missing());
        cluster.endpoints.put(web.key(), List.of(new EndpointView(IpFamily.V4, Optional.of("n2"), false, true, true)));
        assertEquals(Optional.of("NoNodeAnswers"), missing());
        cluster.endpoints.put(web.key(), List.of(ready("n2")));
        assertEquals(Optional.of("NoNodeAnswers"), missing());
        cluster.drain("n2");
        assertEquals(Optional.empty(), missing());
    }

    @Test
    void endpointsOnNodesThatTheEipLeavesOutAreNoReasonToAnnounce() {
        web.policy = TrafficPolicy.LOCAL;
        layer2("n1");
        eip.announce(plain -> new EipAnnouncement(
                plain.policy(),
                plain.linkBandwidth(),
                plain.aggregationLength(),
                plain.aggregationLengthV6(),
                plain.peers(),
                new NodeSelector(Map.of("rack", "a"), List.of())));
        cluster.node("n1", "10.0.0.1", Map.of("rack", "a"));
        cluster.endpoints.put(web.key(), List.of(ready("n2")));
        assertEquals(Optional.empty(), missing());
        cluster.endpoints.put(web.key(), List.of(ready("n2"), ready("n1")));
        assertEquals(Optional.of("NoNodeAnswers"), missing());
    }

    @Test
    void endpointsOfTheOtherFamilyAreNoReasonToAnnounce() {
        web.policy = TrafficPolicy.LOCAL;
        layer2("n1");
        cluster.endpoints.put(web.key(), List.of(new EndpointView(IpFamily.V6, Optional.of("n1"), true, true, false)));
        assertEquals(Optional.empty(), missing());
    }

    @Test
    void theNodesWithEndpointsAreNamed() {
        web.policy = TrafficPolicy.LOCAL;
        layer2("n1");
        cluster.endpoints.put(web.key(), List.of(ready("n2"), ready("n1"), ready("elsewhere")));
        ClusterView view = cluster.view();
        Notice notice = Announcements.of(view).missing(web.view(), held(view)).orElseThrow();
        assertEquals(
                "No node answers for 192.0.2.7, though there are endpoints on n1, n2: the conditions of Eip pool and"
                        + " kubectl get porternode -o yaml tell why nodes can't.",
                notice.message());
    }

    @Test
    void whereANodeHasTheAddressThereIsAnEndpoint() {
        web.policy = TrafficPolicy.LOCAL;
        layer2("n1", owned(State.IN_USE, "m"));
        assertEquals(Optional.of("NotAnsweredFor"), missing());
        assertFalse(hangsOnEndpoints());
    }

    @Test
    void aLocalServiceIsMissingOverBgpWhereItHasEndpointsAndNoNodeHasASession() {
        web.policy = TrafficPolicy.LOCAL;
        eip.protocol = "bgp";
        cluster.report("n1");
        assertTrue(hangsOnEndpoints());
        assertEquals(Optional.empty(), missing());
        cluster.endpoints.put(web.key(), List.of(ready("n1")));
        assertEquals(Optional.of("NoBgpSession"), missing());
        cluster.report("n1", session("ESTABLISHED", "", ""));
        assertEquals(Optional.empty(), missing());
        assertFalse(hangsOnEndpoints());
    }

    @Test
    void aRouteNeedsASessionOfANodeThatMayAnnounceIt() {
        eip.protocol = "bgp";
        cluster.report("n1");
        assertEquals(Optional.of("NoBgpSession"), missing());
        cluster.report("n1", session("ACTIVE", "", ""));
        assertEquals(Optional.of("NoBgpSession"), missing());
        cluster.report("n1", session("ESTABLISHED", "", ""));
        assertEquals(Optional.empty(), missing());
        cluster.drain("n1");
        assertEquals(Optional.of("NoBgpSession"), missing());
    }

    @Test
    void whoElseAnswersIsNamed() {
        layer2("n1", owned(State.CONTESTED, "02:00:00:00:00:01 answers too."));
        ClusterView view = cluster.view();
        Notice notice = Announcements.of(view).contested(held(view)).orElseThrow();
        assertEquals("AddressContested", notice.reason());
        assertTrue(notice.message().contains("n1") && notice.message().contains("02:00:00:00:00:01"));
    }
}
