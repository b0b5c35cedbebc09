package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Peer;
import io.porterlb.desired.problem.PeerProblem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which sessions a node opens, and as whom.
class SessionsTest {
    private final Cluster cluster = new Cluster();

    SessionsTest() {
        cluster.conf(65001, "");
        cluster.node("n1", "192.0.2.11");
    }

    private NodePlan plan() {
        return Planner.plan(cluster.view(), "n1");
    }

    private SpeakerPlan speaker() {
        return plan().speaker().orElseThrow();
    }

    @Test
    void aBgpPeerBecomesASessionWithDefaults() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        PeerPlan expected = new PeerPlan(
                "leaf", IpAddress.of("192.0.2.1"), 179, 65000, 65001, 90, 30, 5, OptionalInt.empty(), false);
        assertEquals(new SpeakerPlan(65001, IpAddress.of("192.0.2.11"), List.of(expected)), speaker());
        assertEquals(Map.of(), plan().peerProblems());
        assertEquals(List.of(), plan().problems());
    }

    @Test
    void whatABgpPeerSetsIsPlanned() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 4_294_967_295L);
        peer.port = 1790;
        peer.localAs = 65009;
        peer.holdTime = OptionalInt.of(9);
        peer.keepalive = OptionalInt.of(2);
        peer.connectRetry = OptionalInt.of(7);
        peer.multihopTtl = OptionalInt.of(8);
        peer.adminDown = true;
        peer.add();
        PeerPlan expected = new PeerPlan(
                "leaf", IpAddress.of("192.0.2.1"), 1790, 4_294_967_295L, 65009, 9, 2, 7, OptionalInt.of(8), true);
        assertEquals(List.of(expected), speaker().peers());
    }

    @Test
    void aTimerOfZeroIsAbsent() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.holdTime = OptionalInt.of(0);
        peer.keepalive = OptionalInt.of(0);
        peer.connectRetry = OptionalInt.of(0);
        peer.add();
        assertEquals(90, speaker().peers().getFirst().holdTime());
    }

    @Test
    void onlySelectedNodesHaveTheSession() {
        cluster.peer("leaf", "192.0.2.1", 65000).select("rack", "a").add();
        assertEquals(Optional.empty(), plan().speaker());
        cluster.node("n1", "192.0.2.11", Map.of("rack", "a"));
        assertEquals(1, speaker().peers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "'', a, 65101, 192.0.2.11",
        "10.0.0.1, a, 65101, 192.0.2.11", // a racked node is itself
        "10.0.0.1, c, 65001, 10.0.0.1", // a rack without AS number
        "10.0.0.1, '', 65001, 10.0.0.1",
        "'', '', 65001, 192.0.2.11",
    })
    void theRackGivesTheAsNumber(String routerId, String rack, long as, String expectedId) {
        cluster.conf(65001, routerId, Map.of("a", 65101L, "b", 65102L));
        cluster.node("n1", "192.0.2.11", rack.isEmpty() ? Map.of() : Map.of(SpeakerIdentity.RACK_LABEL, rack));
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        assertEquals(as, speaker().localAs());
        assertEquals(as, speaker().peers().getFirst().localAs());
        assertEquals(IpAddress.of(expectedId), speaker().routerId());
    }

    @Test
    void aBgpPeerThatCannotBeUsedHurtsNoOther() {
        cluster.peer("good", "192.0.2.1", 65000).add();
        problem("web", 65000, peer -> {}, PeerProblem.InvalidNeighborAddress.class);
        problem("2001:db8::1", 65000, peer -> {}, PeerProblem.Ipv6NeighborNotSupported.class);
        problem("192.0.2.2", 0, peer -> {}, PeerProblem.InvalidPeerAs.class);
        problem("192.0.2.2", 1L << 32, peer -> {}, PeerProblem.InvalidPeerAs.class);
        problem("192.0.2.2", 65000, peer -> peer.localAs = -1, PeerProblem.InvalidLocalAs.class);
        problem("192.0.2.2", 65000, peer -> peer.passive = true, PeerProblem.PassiveModeNotSupported.class);
        problem("192.0.2.2", 65000, peer -> peer.port = 0, PeerProblem.InvalidRemotePort.class);
        problem("192.0.2.2", 65000, peer -> peer.holdTime = OptionalInt.of(2), PeerProblem.InvalidTimers.class);
        problem("192.0.2.2", 65000, peer -> peer.holdTime = OptionalInt.of(65536), PeerProblem.InvalidTimers.class);
        problem("192.0.2.2", 65000, peer -> peer.keepalive = OptionalInt.of(90), PeerProblem.InvalidTimers.class);
        problem("192.0.2.2", 65000, peer -> peer.connectRetry = OptionalInt.of(-1), PeerProblem.InvalidTimers.class);
        problem(
                "192.0.2.2",
                65000,
                peer -> peer.multihopTtl = OptionalInt.of(256),
                PeerProblem.InvalidMultihopTtl.class);
        problem("192.0.2.1", 65000, peer -> {}, PeerProblem.DuplicateNeighbor.class);
    }

    private void problem(String neighbor, long as, Consumer<Peer> change, Class<? extends PeerProblem> expected) {
        Peer peer = cluster.peer("wrong", neighbor, as);
        change.accept(peer);
        peer.add();
        PeerProblem problem = Objects.requireNonNull(plan().peerProblems().get("wrong"));
        assertEquals(expected, problem.getClass());
        assertEquals(expected.getSimpleName(), problem.reason());
        assertTrue(problem.message().startsWith("spec.") || problem.message().startsWith("The local AS"));
        assertTrue(problem.message().endsWith("."), problem.message());
        assertEquals(
                List.of("good"), speaker().peers().stream().map(PeerPlan::name).toList());
    }

    @Test
    void theSameRouterAtAnotherPortIsAnotherNeighbor() {
        cluster.peer("a", "192.0.2.1", 65000).add();
        Peer other = cluster.peer("b", "192.0.2.1", 65000);
        other.port = 1179;
        other.add();
        assertEquals(2, speaker().peers().size());
    }

    @Test
    void withoutUsableBgpConfEveryBgpPeerSaysWhy() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        cluster.confs.clear();
        noSession(PeerProblem.BgpConfMissing.class);
        cluster.conf(65001, "0.0.0.0");
        noSession(PeerProblem.InvalidRouterId.class);
        cluster.conf(65001, "2001:db8::1");
        noSession(PeerProblem.InvalidRouterId.class);
        cluster.conf(1L << 32, "");
        noSession(PeerProblem.InvalidLocalAs.class);
        cluster.conf(0, "");
        noSession(PeerProblem.InvalidLocalAs.class);
        cluster.conf(65001, "");
        cluster.node("n1", "2001:db8::11");
        noSession(PeerProblem.RouterIdMissing.class);
    }

    private void noSession(Class<? extends PeerProblem> expected) {
        assertEquals(Optional.empty(), plan().speaker());
        assertEquals(
                expected,
                Objects.requireNonNull(plan().peerProblems().get("leaf")).getClass());
    }

    @Test
    void aBgpPeerWithItsOwnLocalAsNeedsNoneOfTheBgpConf() {
        cluster.conf(0, "");
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.localAs = 65007;
        peer.add();
        assertEquals(65007, speaker().peers().getFirst().localAs());
    }

    @Test
    void aNodeThatIsNotThereHasAnEmptyPlan() {
        NodePlan plan = Planner.plan(cluster.view(), "n9");
        assertEquals(Optional.empty(), plan.speaker());
        assertEquals("NodeNotFound", plan.problems().getFirst().reason());
    }

    @Test
    void theHashFollowsWhatIsAskedOfTheNode() {
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        String hash = plan().hash();
        assertTrue(hash.matches("[0-9a-f]{16}"), hash);
        assertEquals(hash, plan().hash());
        cluster.record("192.0.2.99", "a", cluster.service("default/web").reports("192.0.2.99"));
        String withRoute = plan().hash();
        assertNotEquals(hash, withRoute);
        cluster.peer("leaf", "192.0.2.2", 65000).add();
        assertNotEquals(withRoute, plan().hash());
    }
}
