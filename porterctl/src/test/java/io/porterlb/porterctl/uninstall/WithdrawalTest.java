package io.porterlb.porterctl.uninstall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Agents withdraw before they are ended. They are stand-ins; their reports are written by hand.
@Tag("cluster")
@Timeout(300)
class WithdrawalTest {
    private static final String AGENT = "deleted DaemonSet porterlb-system/porter-agent";
    private static final String ADDRESS = "deleted PorterAddress 198.51.100.7";

    private final KubernetesCluster cluster = Installed.CLUSTER;
    private final String uninstall = "--kubeconfig " + cluster.kubeconfig() + " --yes";

    @BeforeEach
    void install() {
        Installed.before();
        Installed.install();
    }

    @AfterEach
    void clear() {
        Run.of(uninstall);
    }

    private void report(String node, int routesSent, int vips) {
        String sessions = "[{\"peer\":\"leaf1\",\"state\":\"ESTABLISHED\",\"routesSent\":" + routesSent + "}]";
        String rules = "{\"vips\":" + vips + "}";
        cluster.kubectl(
                "patch",
                "porternode",
                node,
                "--subresource=status",
                "--type=merge",
                "--patch",
                "{\"status\":{\"sessions\":" + sessions + ",\"rules\":" + rules + "}}");
    }

    private boolean has(String kind, String name) {
        return !cluster.kubectl("get", kind, name, "--ignore-not-found", "-o", "name")
                .isEmpty();
    }

    private boolean agentIsThere() {
        return !cluster.kubectl("--namespace=porterlb-system", "get", "daemonset", "porter-agent", "--ignore-not-found")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "0, 2"})
    void agentsAreEndedWhenTheyReportNeitherRoutesNorRulesAnyMore(int routes, int vips) throws Exception {
        report("node1", routes, vips);
        boolean whileAnnounced;
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            var run = CompletableFuture.supplyAsync(() -> Run.of(uninstall), thread);
            while (!run.isDone() && has("porteraddress", "198.51.100.7")) {
                Thread.sleep(50);
            }
            Thread.sleep(1000); // enough for whoever does not wait
            whileAnnounced = agentIsThere();
            report("node1", 0, 0);
            String out = run.join().out();
            assertTrue(out.indexOf(ADDRESS) < out.indexOf(AGENT), out);
            assertFalse(out.contains("has not reported"), out);
            assertEquals(0, run.join().status(), out);
        }
        assertTrue(whileAnnounced, "the agents were ended while they announced");
    }

    @Test
    void anAgentThatDoesNotWithdrawIsNamedAndADeadNodeIsNotWaitedFor() {
        cluster.apply("""
                apiVersion: porterlb.io/v1alpha1
                kind: PorterNode
                metadata: {name: gone}
                """);
        report("gone", 2, 2);
        report("node1", 2, 2);
        Run run = Run.of(uninstall + " --timeout 4s");
        String node1 = "node node1: its agent has not reported within 4 s that ";
        assertTrue(run.out().contains(node1 + "it has withdrawn its routes;"), run.out());
        assertTrue(run.out().contains(node1 + "its kernel has no rules of PorterLB any more;"), run.out());
        assertTrue(run.out().indexOf("node node1:") < run.out().indexOf(AGENT), run.out());
        assertFalse(run.out().contains("node gone: its agent"), run.out());
        assertTrue(run.out().contains("node gone: no agent works there"), run.out());
    }
}
