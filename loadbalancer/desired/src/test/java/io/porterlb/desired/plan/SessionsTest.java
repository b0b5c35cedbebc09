package io.porterlb.desired.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Peer;
import io.porterlb.desired.problem.PeerProblem;
import io.porterlb.desired.view.BfdView;
import io.porterlb.desired.view.Community;
import io.porterlb.desired.view.FamilyView;
import io.porterlb.desired.view.GracefulRestartView;
import io.porterlb.desired.view.ListenView;
import io.porterlb.desired.view.PeerRole;
import io.porterlb.desired.view.RoutePolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
                "leaf",
                at("192.0.2.1"),
                65000,
                65001,
                new TransportPlan(179, false, Optional.empty(), new TransportPlan.Hops.Direct(), Optional.empty()),
                new TimersPlan(90, 30, 5),
                List.of(new FamilyPlan(IpFamily.V4, 0)),
                RestartPlan.OFF,
                Optional.empty(),
                Optional.empty(),
                RoutePolicy.NONE,
                false);
        assertEquals(
                new SpeakerPlan(65001, IpAddress.of("192.0.2.11"), Optional.empty(), List.of(expected)), speaker());
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
        peer.localAddress = "192.0.2.11";
        peer.passive = true;
        peer.restart = Optional.of(new GracefulRestartView(true, 30, true));
        peer.families =
                Optional.of(List.of(new FamilyView(Optional.empty(), 4), new FamilyView(Optional.of(IpFamily.V6), 0)));
        peer.bfd = Optional.of(new BfdView(50, 3, true, false, OptionalInt.empty()));
        peer.role = Optional.of(PeerRole.CUSTOMER);
        peer.export = POLICY;
        peer.adminDown = true;
        peer.add();
        PeerPlan expected = new PeerPlan(
                "leaf",
                at("192.0.2.1"),
                4_294_967_295L,
                65009,
                new TransportPlan(
                        1790,
                        true,
                        Optional.of(IpAddress.of("192.0.2.11")),
                        new TransportPlan.Hops.Multihop(8),
                        Optional.empty()),
                new TimersPlan(9, 2, 7),
                List.of(new FamilyPlan(IpFamily.V4, 4), new FamilyPlan(IpFamily.V6, 0)),
                new RestartPlan(true, 30, true),
                Optional.of(new BfdPlan(50, 3, true, OptionalInt.of(248))),
                Optional.of(PeerRole.CUSTOMER),
                POLICY,
                true);
        assertEquals(List.of(expected), speaker().peers());
        assertEquals(Optional.of(new ListenPlan(179, List.of())), speaker().listen());
    }

    private static NeighborPlan at(String address) {
        return new NeighborPlan.At(IpAddress.of(address), Optional.empty());
    }

    private static final RoutePolicy POLICY =
            new RoutePolicy(List.of(new Community(65001, 100)), List.of(), OptionalLong.of(50), OptionalLong.of(7), 2);

    @Test
    void aTimerOfZeroIsAbsent() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.holdTime = OptionalInt.of(0);
        peer.keepalive = OptionalInt.of(0);
        peer.connectRetry = OptionalInt.of(0);
        peer.add();
        assertEquals(90, first().timers().holdTime());
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
        problem("fe80::1", 65000, peer -> {}, PeerProblem.InterfaceMissing.class);
        problem("", 65000, peer -> {}, PeerProblem.InvalidNeighborAddress.class);
        problem("192.0.2.2", 0, peer -> {}, PeerProblem.InvalidPeerAs.class);
        problem("192.0.2.2", 1L << 32, peer -> {}, PeerProblem.InvalidPeerAs.class);
        problem("192.0.2.2", 65000, peer -> peer.localAs = -1, PeerProblem.InvalidLocalAs.class);
        problem("192.0.2.2", 65000, peer -> peer.localAddress = "eth0", PeerProblem.InvalidLocalAddress.class);
        problem("192.0.2.2", 65000, peer -> peer.localAddress = "2001:db8::1", PeerProblem.InvalidLocalAddress.class);
        problem("192.0.2.2", 65000, peer -> peer.families = Optional.of(List.of()), PeerProblem.NoFamilyEnabled.class);
        problem(
                "192.0.2.2",
                65000,
                peer -> peer.ttlSecurity = OptionalInt.of(255),
                PeerProblem.InvalidTtlSecurity.class);
        problem("192.0.2.2", 65000, SessionsTest::twiceFar, PeerProblem.MultihopWithTtlSecurity.class);
        problem("192.0.2.2", 65000, peer -> peer.bfd = bfd(49, 3), PeerProblem.InvalidBfd.class);
        problem("192.0.2.2", 65000, peer -> peer.bfd = bfd(50, 0), PeerProblem.InvalidBfd.class);
        problem("192.0.2.2", 65000, peer -> peer.restart = restart(4096), PeerProblem.InvalidRestartTime.class);
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

    private static void twiceFar(Peer peer) {
        peer.multihopTtl = OptionalInt.of(2);
        peer.ttlSecurity = OptionalInt.of(2);
    }

    private static Optional<BfdView> bfd(int interval, int multiplier) {
        return Optional.of(new BfdView(interval, multiplier, false, false, OptionalInt.empty()));
    }

    private static Optional<GracefulRestartView> restart(int seconds) {
        return Optional.of(new GracefulRestartView(true, seconds, false));
    }

    private PeerPlan first() {
        return speaker().peers().getFirst();
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
    void aRouterMayHaveAnIpv6AddressOrBeWhoeverIsOnALink() {
        cluster.peer("a", "2001:db8::1", 65000).add();
        assertEquals(List.of(new FamilyPlan(IpFamily.V6, 0)), first().families());
        Peer local = cluster.peer("b", "fe80::1", 65000);
        local.networkInterface = "eth1";
        local.add();
        Peer unnumbered = cluster.peer("c", "", 65000);
        unnumbered.networkInterface = "eth1";
        unnumbered.add();
        assertEquals(
                List.of("2001:db8::1", "fe80::1%eth1", "the router on eth1"),
                speaker().peers().stream()
                        .map(peer -> peer.neighbor().toString())
                        .toList());
        assertEquals(IpFamily.V6, speaker().peers().get(2).neighbor().family());
    }

    @Test
    void ttlSecurityAndBfdOnTheLink() {
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.ttlSecurity = OptionalInt.of(1);
        peer.bfd = bfd(300, 3);
        peer.add();
        assertEquals(new TransportPlan.Hops.Security(1), first().transport().hops());
        assertEquals(Optional.of(new BfdPlan(300, 3, false, OptionalInt.empty())), first().bfd());
    }

    @Test
    void gracefulRestartIsThePeersOwnOrTheBgpConfs() {
        cluster.conf(65001, ListenView.UNSET, new GracefulRestartView(true, 0, false));
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.add();
        assertEquals(new RestartPlan(true, 120, false), first().restart());
        peer.restart = Optional.of(new GracefulRestartView(false, 60, false));
        peer.add();
        assertEquals(new RestartPlan(false, 60, false), first().restart());
    }

    @Test
    void nobodyListensUnlessAPortIsSetOrARouterConnects() {
        GracefulRestartView off = new GracefulRestartView(false, 0, false);
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000);
        peer.add();
        assertEquals(Optional.empty(), speaker().listen());
        cluster.conf(65001, new ListenView(1790, List.of(IpAddress.of("192.0.2.11"))), off);
        assertEquals(
                Optional.of(new ListenPlan(1790, List.of(IpAddress.of("192.0.2.11")))),
                speaker().listen());
        nowhere();
        assertEquals(Optional.empty(), speaker().listen());
        peer.passive = true;
        peer.add();
        noSession(PeerProblem.NotListening.class);
        cluster.conf(65001, ListenView.UNSET, off);
        assertEquals(Optional.of(new ListenPlan(179, List.of())), speaker().listen());
    }

    @Test
    void theRouterAtTheOtherEndOfALinkMayConnectAndNeedNot() {
        Peer peer = unnumbered();
        peer.add();
        assertEquals(Optional.of(new ListenPlan(179, List.of())), speaker().listen());
        assertFalse(first().transport().passive());
        nowhere();
        assertEquals(Optional.empty(), speaker().listen());
        assertEquals(Map.of(), plan().peerProblems());
        peer.passive = true;
        peer.add();
        noSession(PeerProblem.NotListening.class);
    }

    private Peer unnumbered() {
        Peer peer = cluster.peer("leaf", "", 65000);
        peer.networkInterface = "eth1";
        return peer;
    }

    private void nowhere() {
        cluster.conf(65001, new ListenView(-1, List.of()), new GracefulRestartView(false, 0, false));
    }

    @Test
    void aPeerOfSomeNodesIsOfferedSeveralPathsUnlessNodesAnnounceThemselvesOnly() {
        cluster.node("n1", "192.0.2.11", Map.of("rack", "a"));
        Peer peer = cluster.peer("leaf", "192.0.2.1", 65000).select("rack", "a");
        peer.add();
        assertEquals(10, first().families().getFirst().sendMax());
        peer.announceSelf = true;
        peer.add();
        assertEquals(0, first().families().getFirst().sendMax());
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
