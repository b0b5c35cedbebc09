package io.porterlb.porterctl.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/// At a real API server. There is no agent; what it would report is written by hand.
@Tag("cluster")
@Timeout(300)
class DrainTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(spec -> spec.withNodes(1));

    private static final String NODE = "node1";
    private static final String DRAINED = "node node1 is drained\n";

    private record Run(int status, String out, String err) {}

    private final KubernetesCluster cluster = CLUSTER.cluster();

    @BeforeEach
    void define() {
        cluster.kubectl("apply", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=300s", "crd", "--all");
    }

    @AfterEach
    void clear() {
        cluster.kubectl("annotate", "node", NODE, "porterlb.io/drain-", "example.com/other-");
        cluster.kubectl("patch", "node", NODE, "--type=merge", "--patch", "{\"spec\":{\"taints\":null}}");
        cluster.kubectl("delete", "porternodes", "--all");
    }

    private Run drain(String... arguments) {
        return run(new DrainCommand(), arguments);
    }

    private Run undrain(String... arguments) {
        return run(new UndrainCommand(), arguments);
    }

    private Run run(Callable<Integer> command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute((String.join(" ", arguments) + " --kubeconfig " + cluster.kubeconfig()).split(" "));
        return new Run(status, out.toString(), err.toString());
    }

    private String annotation() {
        return cluster.kubectl("get", "node", NODE, "-o", "jsonpath={.metadata.annotations.porterlb\\.io/drain}");
    }

    private void reports(int leaf1, int leaf2, String... addresses) {
        String owned = Stream.of(addresses)
                .map("{\"address\": \"%s\", \"state\": \"Announcing\"}"::formatted)
                .collect(Collectors.joining(", "));
        cluster.apply("""
                apiVersion: porterlb.io/v1alpha1
                kind: PorterNode
                metadata: {name: node1}
                """);
        cluster.kubectl("patch", "porternode", NODE, "--subresource=status", "--type=merge", "--patch", """
                {"status": {"sessions": [
                    {"peer": "leaf1", "state": "ESTABLISHED", "routesSent": %d},
                    {"peer": "leaf2", "state": "ESTABLISHED", "routesSent": %d}],
                  "layer2": {"addresses": [%s], "inForce": true}}}
                """.formatted(
                        leaf1, leaf2, owned));
    }

    @Test
    void aDrainAnnotatesTheNodeAndAnUndrainTakesThatBackAndNothingElse() {
        cluster.kubectl("annotate", "node", NODE, "example.com/other=stays");
        assertEquals(new Run(0, DRAINED, ""), drain(NODE));
        assertEquals("true", annotation());
        assertEquals(new Run(0, "node node1 is drained no longer\n", ""), undrain(NODE));
        assertEquals("", annotation());
        assertEquals(
                "stays",
                cluster.kubectl("get", "node", NODE, "-o", "jsonpath={.metadata.annotations.example\\.com/other}"));
    }

    @Test
    void bothCanBeRunAgain() {
        drain(NODE);
        assertEquals(new Run(0, "node node1 was drained already\n", ""), drain(NODE));
        assertEquals("true", annotation());
        undrain(NODE);
        assertEquals(new Run(0, "node node1 was not drained by porterctl\n", ""), undrain(NODE));
    }

    @Test
    void aDryRunChangesNothing() {
        assertEquals(new Run(0, "node node1 would be drained\n", ""), drain(NODE, "--dry-run", "--wait"));
        assertEquals("", annotation());
        drain(NODE);
        assertEquals(new Run(0, "node node1 would be undrained\n", ""), undrain(NODE, "--dry-run"));
        assertEquals("true", annotation());
    }

    @Test
    void aNodeThatIsNotThereIsNamed() {
        assertEquals(new Run(1, "", "drain: there is no Node nobody.\n"), drain("nobody"));
        assertEquals(new Run(1, "", "undrain: there is no Node nobody.\n"), undrain("nobody"));
    }

    @Test
    void whatElseKeepsTrafficAwayIsNamed() {
        cluster.kubectl("taint", "node", NODE, "node.kubernetes.io/out-of-service=nodeshutdown:NoExecute");
        drain(NODE);
        String out = undrain(NODE).out();
        assertEquals(
                "node node1 is drained no longer; beside that it takes no traffic because of the taint"
                        + " node.kubernetes.io/out-of-service\n",
                out);
    }

    @Test
    void itWaitsUntilTheAgentReportsThatNothingIsAnnounced() throws Exception {
        reports(3, 2, "192.0.2.7");
        boolean ended;
        Run run;
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(() -> drain(NODE, "--wait=5m"), thread);
            while (annotation().isEmpty()) {
                Thread.sleep(50);
            }
            reports(0, 2);
            Thread.sleep(3000); // enough for whoever looks at one session only
            ended = waiting.isDone();
            reports(0, 0, "192.0.2.7");
            Thread.sleep(3000); // enough for whoever looks at sessions only
            ended |= waiting.isDone();
            reports(0, 0);
            run = waiting.join();
        }
        assertTrue(!ended, "it did not wait for all sessions and addresses");
        assertEquals(0, run.status());
        assertTrue(run.out().startsWith(DRAINED) && run.out().endsWith(" no more\n"), run.out());
    }

    @Test
    void aNodeThatStillAnnouncesWhenTheTimeIsOverIsAFailure() {
        reports(1, 0);
        Run run = drain(NODE, "--wait=1s");
        assertEquals(1, run.status());
        assertEquals(DRAINED, run.out());
        assertTrue(run.err().startsWith("porterctl drain: node node1 still announces 1 route after 1 s"), run.err());
        assertEquals("true", annotation());
    }

    @Test
    void aNodeWhoseAddressesNobodyTakesOverIsAFailureThatNamesThem() {
        reports(0, 0, "192.0.2.7");
        Run run = drain(NODE, "--wait=1s");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("still announces 1 Layer 2 address after 1 s"), run.err());
        assertTrue(run.err().contains("No other node has taken over 192.0.2.7: "), run.err());
    }

    @Test
    void whereNothingWasAnnouncedItSaysSo() {
        reports(0, 0);
        assertEquals(new Run(0, DRAINED + "node node1 announces nothing\n", ""), drain(NODE, "--wait"));
    }

    @Test
    void whereNoAgentReportsThereIsNothingToWaitFor() {
        assertEquals(
                new Run(0, DRAINED + "node node1: no agent reports from it, so nothing is announced\n", ""),
                drain(NODE, "--wait"));
    }
}
