package io.porterlb.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The council and the Secret of its keys in a real cluster, of one node and one that is there on paper only. There
/// are no agents; what they would report is written by hand.
@Tag("cluster")
@Timeout(180)
class CouncilContractTest {
    private static final String COUNCIL =
            "{.spec.generation} {.spec.seats[*].node} after {.spec.previous.seats[*].node}";

    private RunningManager manager = TestCluster.manager();

    @BeforeEach
    void createNamespace() {
        TestCluster.kubectl("create", "namespace", "porterlb-system");
    }

    @AfterEach
    void clear() {
        manager.close();
        TestCluster.kubectl("delete", "node", "paper", "--ignore-not-found");
        TestCluster.kubectl("delete", "porternodes,portercouncils", "--all");
        TestCluster.kubectl("delete", "namespace", "porterlb-system");
    }

    private static void report(String node, long generation, boolean inForce, String keysVersion) {
        if (node.equals("paper")) {
            beat();
        }
        TestCluster.apply("{apiVersion: porterlb.io/v1alpha1, kind: PorterNode, metadata: {name: " + node + "}}");
        String status = "{\"status\": {\"layer2\": {\"generation\": %d, \"inForce\": %s, \"keysVersion\": \"%s\"}}}"
                .formatted(generation, inForce, keysVersion);
        TestCluster.kubectl("patch", "porternode", node, "--subresource=status", "--type=merge", "--patch", status);
    }

    private static String council() {
        return TestCluster.kubectl(
                "get", "portercouncils", "layer2", "--ignore-not-found", "--output=jsonpath=" + COUNCIL);
    }

    private static void awaitCouncil(String text) {
        TestCluster.await("council " + text, () -> council().equals(text));
    }

    private static String secret(String what) {
        return TestCluster.kubectl(
                "--namespace=porterlb-system", "get", "secret", "porterlb-layer2", "--output=jsonpath=" + what);
    }

    /// What its kubelet would say, of which Kubernetes takes note for most of a minute.
    private static void beat() {
        String ready =
                "{\"status\": {\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\", \"lastHeartbeatTime\": \"%s\"}]}}"
                        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        TestCluster.kubectl("patch", "node", "paper", "--subresource=status", "--patch", ready);
    }

    private static void addPaperNode() {
        TestCluster.apply("{apiVersion: v1, kind: Node, metadata: {name: paper}}");
        String status = "{\"status\": {\"addresses\": [{\"type\": \"InternalIP\", \"address\": \"192.0.2.7\"}]}}";
        TestCluster.kubectl("patch", "node", "paper", "--subresource=status", "--type=merge", "--patch", status);
    }

    @Test
    void theCouncilFollowsTheNodesOneGenerationInForceAfterTheOther() {
        report("node1", 0, false, "");
        awaitCouncil("1 node1 after node1");
        addPaperNode();
        report("paper", 0, false, "7");
        report("node1", 1, false, "7");
        assertEquals("1 node1 after node1", council());
        report("node1", 1, true, "7");
        report("paper", 1, true, "7");
        awaitCouncil("2 node1 paper after node1");
        report("paper", 2, true, "7");
        awaitCouncil("3 node1 paper after node1 paper");
        report("node1", 3, true, "7");
        TestCluster.kubectl("delete", "node", "paper");
        awaitCouncil("4 node1 after node1 paper");
    }

    @Test
    void keysAreMadeBeforeTheCouncilAndNeverAgain() {
        addPaperNode(); // whose agent is waited for
        report("node1", 0, false, "");
        TestCluster.await(
                "a key",
                () -> TestCluster.kubectl(
                                "--namespace=porterlb-system",
                                "get",
                                "secrets",
                                "--output=jsonpath={.items[*].metadata.name}")
                        .contains("porterlb-layer2"));
        String made = secret("{.metadata.resourceVersion} {.type}");
        assertTrue(made.endsWith(" Opaque"), made);
        awaitCouncil("1 node1 after node1");
        manager.close();
        manager = TestCluster.manager();
        report("node1", 1, true, "");
        report("paper", 1, true, "");
        awaitCouncil("2 node1 paper after node1");
        assertEquals(made, secret("{.metadata.resourceVersion} {.type}"));
    }
}
