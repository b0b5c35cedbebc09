package io.porterlb.manager.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.KubeCluster;
import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.WatchedKind;
import io.porterlb.kube.WriteGate;
import io.porterlb.manager.cloud.BareMetal;
import io.porterlb.manager.cloud.InstancesV2;
import io.porterlb.manager.config.CloudConfig;
import io.porterlb.manager.config.Fact;
import io.porterlb.manager.config.Inventory;
import io.porterlb.manager.config.NamePattern;
import io.porterlb.manager.config.NodeRule;
import io.porterlb.manager.event.Announcer;
import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Both controllers at a real API server, without a CNI: node1 and node2 have real kubelets and are not ready,
/// and what the tests create beside them has none.
@Tag("cluster")
@Timeout(120)
class NodeControllersTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(spec -> spec.withCni(false).withIpv6(true));

    private static final Set<String> REAL = Set.of("node1", "node2");

    private final KubernetesCluster cluster = CLUSTER.cluster();
    private final String name = "t" + UUID.randomUUID();
    private final KubeConnection connection = KubeConnection.open(Optional.of(cluster.kubeconfig()));
    private final KubeCluster kube = new KubeCluster(
            connection, Set.of(WatchedKind.NODES), WriteGate.OPEN, "porter-manager", "here", Clock.systemUTC());
    private final Announcer announcer = new Announcer(kube.events());
    private final CloudNodeController nodes = new CloudNodeController(kube.nodes(), announcer, 2);
    private final NodeLifecycleController lifecycle = new NodeLifecycleController(kube.nodes(), announcer, 2);
    private InstancesV2 instances = new BareMetal(CloudConfig.NONE);

    @AfterEach
    void end() {
        nodes.close();
        lifecycle.close();
        kube.close();
        connection.close();
        cluster.kubectl("delete", "node", name, "--ignore-not-found");
    }

    private void create(String annotations) {
        cluster.apply("""
                apiVersion: v1
                kind: Node
                metadata: {name: %s, annotations: {%s}}
                spec: {taints: [{key: node.cloudprovider.kubernetes.io/uninitialized, value: "true", effect: NoSchedule}]}
                """.formatted(name, annotations));
    }

    /// What the manager's loop does, until the node is as it should be. Other nodes are initialized by their own tests.
    private NodeView follow(String node, Predicate<NodeView> wanted) throws InterruptedException {
        Map<String, NodeView> last = until(node, seen -> seen.containsKey(node) && wanted.test(seen.get(node)));
        return Objects.requireNonNull(last.get(node));
    }

    private Map<String, NodeView> until(String node, Predicate<Map<String, NodeView>> wanted)
            throws InterruptedException {
        kube.wake();
        Map<String, NodeView> seen = kube.next().nodes();
        while (!wanted.test(seen)) {
            nodes.apply(seen.containsKey(node) ? Map.of(node, seen.get(node)) : Map.of(), instances);
            lifecycle.apply(seen, instances);
            seen = kube.next().nodes();
        }
        return seen;
    }

    /// One round over a view that has the node.
    private void once() throws InterruptedException {
        Map<String, NodeView> seen = until(name, nodesSeen -> nodesSeen.containsKey(name));
        nodes.apply(Map.of(name, Objects.requireNonNull(seen.get(name))), instances);
        lifecycle.apply(seen, instances);
    }

    /// Waits for an event about the node.
    private String event(String node, String reason) throws InterruptedException {
        while (true) {
            String found = cluster.kubectl(
                    "get",
                    "events",
                    "--namespace=default",
                    "--field-selector=involvedObject.name=" + node + ",reason=" + reason,
                    "-o",
                    "jsonpath={range .items[*]}{.type} {.source.component}: {.message}{end}");
            if (!found.isEmpty()) {
                return found;
            }
            Thread.sleep(100);
        }
    }

    private static boolean isInitialized(NodeView node) {
        return !NodeSync.isUninitialized(node);
    }

    private void inventory(Set<String> others, String... shutDown) {
        Set<String> all = new HashSet<>(REAL);
        all.addAll(others);
        instances = new BareMetal(new CloudConfig(List.of(), Optional.of(new Inventory(all, Set.of(shutDown)))));
    }

    @Test
    void aRealNodeThatIsNotReadyIsInitializedWithTheAddressesOfItsKubelet() throws InterruptedException {
        instances = new BareMetal(new CloudConfig(
                List.of(new NodeRule(
                        NamePattern.ANY,
                        NodeSelector.ALL,
                        Optional.empty(),
                        Optional.of(new Fact.Text("rack-a")),
                        Optional.empty(),
                        Map.of())),
                Optional.empty()));
        NodeView node = follow("node1", NodeControllersTest::isInitialized);
        assertEquals("porter://node1", node.providerID());
        assertEquals("rack-a", node.labels().get("topology.kubernetes.io/zone"));
        assertEquals("rack-a", node.labels().get("failure-domain.beta.kubernetes.io/zone"));
        List<String> provided = List.of(node.annotations()
                .getOrDefault("alpha.kubernetes.io/provided-node-ip", "")
                .split(",", -1));
        assertEquals(2, provided.size());
        NodeView addressed = follow("node1", seen -> seen.ips().size() == 2);
        assertEquals(provided, addressed.ips().stream().map(Object::toString).toList());
        assertTrue(addressed.addresses().contains(new NodeAddress("Hostname", "node1")), addressed::toString);
        assertEquals(
                "Normal cloud-node-controller: Node synced successfully",
                event("node1", "Synced").lines().findFirst().orElse(""));
    }

    @Test
    void aNodeWhoseAddressCannotBeUsedStaysTaintedUntilItCan() throws InterruptedException {
        create("alpha.kubernetes.io/provided-node-ip: \"127.0.0.1\"");
        once();
        String said = event(name, "ProvidedNodeIPUnusable");
        assertTrue(said.startsWith("Warning cloud-node-controller: Node " + name), said);
        assertTrue(cluster.kubectl("get", "node", name, "-o", "jsonpath={.spec.taints[*].key}")
                .contains(NodeSync.UNINITIALIZED));
        cluster.kubectl("annotate", "--overwrite", "node", name, "alpha.kubernetes.io/provided-node-ip=192.0.2.7");
        follow(name, NodeControllersTest::isInitialized);
        NodeView node = follow(name, seen -> !seen.addresses().isEmpty());
        assertEquals(List.of(new NodeAddress("InternalIP", "192.0.2.7")), node.addresses());
    }

    @Test
    void addressesOfAnInitializedNodeFollowItsAnnotation() throws InterruptedException {
        create("alpha.kubernetes.io/provided-node-ip: \"192.0.2.7\"");
        follow(name, seen -> seen.ips().toString().equals("[192.0.2.7]"));
        cluster.kubectl(
                "annotate", "--overwrite", "node", name, "alpha.kubernetes.io/provided-node-ip=192.0.2.8,2001:db8::8");
        follow(name, seen -> seen.ips().toString().equals("[192.0.2.8, 2001:db8::8]"));
    }

    @Test
    void onlyANodeThatTheInventoryDoesNotListIsDeleted() throws InterruptedException {
        create("");
        follow(name, NodeControllersTest::isInitialized);
        inventory(Set.of());
        until(name, seen -> !seen.containsKey(name));
        assertEquals(
                "Normal cloud-node-lifecycle-controller: Deleting node " + name
                        + " because it does not exist in the cloud provider",
                event(name, "DeletingNode"));
        assertTrue(cluster.kubectl("get", "nodes", "-o", "name").contains("node/node1"));
    }

    @Test
    void aMachineThatIsShutDownIsTaintedUntilItsNodeIsReady() throws InterruptedException {
        create("");
        inventory(Set.of(name), name);
        follow(name, seen -> seen.taints().contains(NodeLifecycle.SHUTDOWN.key()));
        assertEquals(
                "NoSchedule",
                cluster.kubectl(
                        "get",
                        "node",
                        name,
                        "-o",
                        "jsonpath={.spec.taints[?(@.key==\"node.cloudprovider.kubernetes.io/shutdown\")].effect}"));
        cluster.kubectl(
                "patch",
                "node",
                name,
                "--subresource=status",
                "--type=merge",
                "--patch",
                "{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\"}]}}");
        follow(name, seen -> !seen.taints().contains(NodeLifecycle.SHUTDOWN.key()));
    }

    @Test
    void anInventoryThatLacksMostNodesDeletesNoneAndSaysSo() throws InterruptedException {
        create("");
        follow(name, NodeControllersTest::isInitialized);
        instances = new BareMetal(new CloudConfig(List.of(), Optional.of(new Inventory(Set.of("node1"), Set.of()))));
        once();
        String said = event(name, "DeletingNodeFailed");
        assertTrue(said.contains("2 of 3 nodes"), said);
        assertTrue(cluster.kubectl("get", "nodes", "-o", "name").contains(name));
    }
}
