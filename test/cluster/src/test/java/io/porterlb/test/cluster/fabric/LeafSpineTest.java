package io.porterlb.test.cluster.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.router.BgpSession;
import io.porterlb.test.cluster.router.FrrRouter;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterSpec;
import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The leaf-spine fabric with FRR on the nodes, which announces an address that both nodes have on their loopback.
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeafSpineTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(spec -> spec.withFabric(FabricSpec.of(FabricKind.LEAF_SPINE)));

    private static final String VIP = "203.0.113.1";
    private static final String PREFIX = VIP + "/32";
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int FLOWS = 400;

    @BeforeAll
    static void announce() {
        CLUSTER.cluster().nodes().forEach(LeafSpineTest::announce);
    }

    private static void announce(KubernetesNode node) {
        KubernetesCluster cluster = CLUSTER.cluster();
        List<Neighbor> leaves = cluster.fabric().nodePeers().stream()
                .map(peer -> Neighbor.of(peer.address(), peer.as()))
                .toList();
        var spec =
                RouterSpec.of(node.name(), FabricSpec.NODE_AS, node.address()).withNeighbors(leaves);
        var speaker = new FrrRouter(
                spec,
                node.namespace(),
                cluster.place(node.name()),
                cluster.folder().resolve("routers").resolve(node.name()));
        node.namespace().exec("ip", "address", "add", PREFIX, "dev", "lo");
        speaker.start();
        speaker.configure("""
                router bgp %d
                address-family ipv4 unicast
                no redistribute connected
                network %s
                """.formatted(FabricSpec.NODE_AS, PREFIX));
    }

    private static Router router(String role) {
        return CLUSTER.cluster().fabric().router(role);
    }

    private static boolean learns(String role, int nextHops) {
        return Await.until(LIMIT, () -> router(role).kernelNextHops(PREFIX).size() == nextHops);
    }

    @Test
    @Order(1)
    void everyTierLearnsTwoNextHops() {
        for (Router router : CLUSTER.cluster().fabric().routers()) {
            assertTrue(learns(router.name(), 2), router + ": " + router.kernelNextHops(PREFIX));
            assertEquals(2, router.bgpNextHops(PREFIX).size(), router.name());
            assertTrue(router.sessions().stream().allMatch(BgpSession::isEstablished), router.name());
        }
        assertEquals(Set.of("172.18.1.1", "172.18.1.2"), router("leaf1").kernelNextHops(PREFIX));
    }

    /// A flow is one UDP packet from a port of its own. Of 400 flows over 16 paths each gets some.
    @Test
    @Order(2)
    void everyLinkTowardsTheNodesCarriesSomeOfManyFlows() {
        Fabric fabric = CLUSTER.cluster().fabric();
        Map<String, Long> before = fabric.packetsTowardsNodes();
        fabric.client().call(() -> {
            for (int flow = 0; flow < FLOWS; flow++) {
                try (var socket = new DatagramSocket()) {
                    var target = new InetSocketAddress(VIP, 9);
                    socket.send(new DatagramPacket(new byte[1], 1, target));
                }
            }
            return FLOWS;
        });
        Map<String, Long> carried = new LinkedHashMap<>();
        fabric.packetsTowardsNodes().forEach((link, count) -> carried.put(link, count - before.getOrDefault(link, 0L)));
        Set<String> idle = carried.keySet().stream()
                .filter(link -> !link.startsWith(Topology.CONTROL_PLANE))
                .filter(link -> carried.getOrDefault(link, 0L) < FLOWS / 16)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), idle, "packets a link: " + carried);
    }

    @Test
    @Order(3)
    void spineThatIsCutLeavesOneNextHopAndComesBack() {
        Fabric fabric = CLUSTER.cluster().fabric();
        fabric.cut("spine1");
        assertTrue(learns("border1", 1));
        assertTrue(answers(VIP));
        fabric.restore("spine1");
        assertTrue(learns("border1", 2));
    }

    @Test
    @Order(4)
    void silentCutIsNoticedWhenTheHoldTimeEnds() {
        Fabric fabric = CLUSTER.cluster().fabric();
        fabric.cutSilently("node2");
        assertTrue(learns("leaf1", 1));
        assertTrue(learns("leaf2", 1));
        fabric.restore("node2");
        assertTrue(learns("leaf1", 2));
    }

    @Test
    @Order(5)
    void killedRouterStartsAgain() {
        router("border2").kill();
        assertTrue(learns("client", 1));
        router("border2").start();
        assertTrue(learns("client", 2));
    }

    @Test
    @Order(6)
    void nodesAnswerTheClientThroughTheLeafThatIsLeft() {
        Fabric fabric = CLUSTER.cluster().fabric();
        fabric.cut("leaf1");
        boolean answers = answers("172.18.1.1");
        fabric.restore("leaf1");
        assertTrue(answers);
        assertTrue(learns("spine1", 2));
    }

    private static boolean answers(String address) {
        List<String> ping = CLUSTER.cluster().fabric().client().command(List.of("ping", "-c1", "-W1", address));
        return Await.until(LIMIT, () -> Command.of(ping).result().exitStatus() == 0);
    }
}
