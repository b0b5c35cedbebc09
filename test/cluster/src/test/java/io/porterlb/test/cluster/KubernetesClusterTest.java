package io.porterlb.test.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandFailedException;
import io.porterlb.test.cluster.process.HostProcess;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The cluster does what a Kubernetes does. It is shared, so that each test leaves nodes and links as they were.
@Tag("cluster")
class KubernetesClusterTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String TAINT = "node.cloudprovider.kubernetes.io/uninitialized";
    private static final String WEB = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  terminationGracePeriodSeconds: 1
                  containers:
                  - name: web
                    image: registry.k8s.io/e2e-test-images/agnhost:2.59
                    args: [netexec, --http-port=8080]
                    readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            """;

    @BeforeAll
    static void startPods() {
        KubernetesCluster cluster = CLUSTER.cluster();
        assertTrue(cluster.kubectl("get", "nodes", "-o", "jsonpath={.items[*].spec.taints[*].key}")
                .contains(TAINT));
        cluster.kubectl("taint", "nodes", "--all", TAINT + "-");
        cluster.apply(WEB);
        cluster.kubectl("rollout", "status", "daemonset/web", "--timeout=300s");
    }

    private static List<JsonObject> pods() {
        return CLUSTER.cluster().kubectlJson("get", "pods", "-l", "app=web").getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static String name(JsonObject pod) {
        return pod.getAsJsonObject("metadata").get("name").getAsString();
    }

    private static String address(JsonObject pod) {
        return pod.getAsJsonObject("status").get("podIP").getAsString();
    }

    private static String fetch(String pod, String address) {
        return CLUSTER.cluster().kubectl("exec", pod, "--", "curl", "-s", "-m", "5", "http://" + address + "/hostname");
    }

    @Test
    void podsOfDifferentNodesReachEachOther() {
        List<JsonObject> pods = pods();
        assertEquals(2, pods.size());
        assertEquals(name(pods.get(1)), fetch(name(pods.get(0)), address(pods.get(1)) + ":8080"));
    }

    @Test
    void clusterIpLeadsToEveryPod() {
        var cluster = CLUSTER.cluster();
        String service = cluster.kubectl("get", "service", "web", "-o", "jsonpath={.spec.clusterIP}");
        String pod = name(pods().getFirst());
        var expected = pods().stream().map(KubernetesClusterTest::name).collect(Collectors.toSet());
        var seen = new HashSet<String>();
        assertTrue(Await.until(LIMIT, () -> {
            try {
                seen.add(fetch(pod, service));
            } catch (CommandFailedException kubeProxyIsNotThereYet) {
                return false;
            }
            return seen.equals(expected);
        }));
    }

    @Test
    void logsAreReadFromTheNode() {
        assertTrue(CLUSTER.cluster().kubectl("logs", name(pods().getFirst())).contains("Started HTTP server"));
    }

    @Test
    void nodesHaveTheAddressesThatTheHandlesSay(KubernetesCluster cluster) {
        String addresses = cluster.kubectl(
                "get", "nodes", "-o", "jsonpath={.items[*].status.addresses[?(@.type=='InternalIP')].address}");
        assertEquals(cluster.nodes().stream().map(node -> node.address()).collect(Collectors.joining(" ")), addresses);
    }

    @Test
    void clientReachesNodesThroughTheRouter(KubernetesCluster cluster) {
        var fabric = cluster.fabric();
        String node = cluster.node("node1").address();
        fabric.client().exec("ping", "-c1", "-W2", node);
        fabric.cut("router1");
        assertEquals(1, pingStatus(cluster, node));
        fabric.restore("router1");
        fabric.client().exec("ping", "-c3", "-i0.2", "-W2", node);
    }

    private static int pingStatus(KubernetesCluster cluster, String address) {
        var words = cluster.fabric().client().command(List.of("ping", "-c1", "-W1", address));
        return Command.of(words).result().exitStatus() == 0 ? 0 : 1;
    }

    @Test
    void processOfANodeIsPausedKilledAndRestarted(KubernetesCluster cluster) {
        HostProcess process =
                cluster.node("node1").start("beat", "sh", "-c", "echo on $(hostname -I); exec sleep 1000");
        process.awaitLog("on " + cluster.node("node1").address(), LIMIT);
        process.pause();
        process.resume();
        process.kill();
        assertFalse(process.isAlive());
        process.restart();
        assertTrue(cluster.node("node1").process("beat").orElseThrow().isAlive());
        process.stop();
        assertFalse(process.isAlive());
    }

    @Test
    void nodeWhoseProcessesWereAllKilledComesBack(KubernetesCluster cluster) {
        var node = cluster.node("node2");
        node.killAll();
        assertFalse(node.kubelet().isAlive() || node.containerd().isAlive());
        cluster.namespace("node1").exec("ping", "-c1", "-W2", node.address());
        node.startAgain();
        assertTrue(
                Await.until(LIMIT, () -> pods().stream().allMatch(pod -> answers(cluster, pod))),
                "all Pods answer again");
    }

    private static boolean answers(KubernetesCluster cluster, JsonObject pod) {
        if (!pod.getAsJsonObject("status").has("podIP")) {
            return false;
        }
        var words = List.of("curl", "-s", "-f", "-m", "2", "http://" + address(pod) + ":8080/hostname");
        return Command.of(cluster.namespace("node1").command(words)).result().exitStatus() == 0;
    }

    @Test
    void apiServerIsKilledAndStartedAgain(KubernetesCluster cluster) {
        cluster.killApiServer();
        assertThrows(CommandFailedException.class, () -> cluster.kubectl("get", "nodes"));
        cluster.restartApiServer();
        assertTrue(cluster.kubectl("get", "nodes").contains("node2"));
    }

    @Test
    void anotherHandleFindsTheSameCluster(KubernetesCluster cluster) {
        var other = KubernetesCluster.find(cluster.spec().name()).orElseThrow();
        assertEquals(cluster.spec(), other.spec());
        assertEquals(
                cluster.node("node1").kubelet().pid(),
                other.node("node1").kubelet().pid());
    }
}
