package io.porterlb.test.e2e.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.programs.Helm;
import io.porterlb.test.e2e.footprint.KubeProxies;
import io.porterlb.test.e2e.install.HelmRelease;
import io.porterlb.test.e2e.pods.PodProcess;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A node that nobody can reach: the manager moves, and an uninstallation comes to its end all the same.
@Tag("cluster")
class DeadNodeTest {
    private static final String NAMESPACE = "dead";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    @AfterEach
    void clear(KubernetesCluster cluster) {
        release(cluster).uninstall();
        cluster.kubectl("delete", "namespace", NAMESPACE, "--timeout=300s");
    }

    private static HelmRelease release(KubernetesCluster cluster) {
        return new HelmRelease(cluster, Helm.installed(), "porterlb", NAMESPACE);
    }

    @Test
    void holdsUpNeitherTheManagerNorAnUninstallation(KubernetesCluster cluster) {
        cluster.kubectl("create", "namespace", NAMESPACE);
        Bed bed = Bed.make(cluster);
        HelmRelease release = release(cluster);
        release.install("uninstall.timeout=15s");
        Map<String, String> addresses = new Announcement(cluster).make(false);
        String dead = release.pods().managerNode();
        PodProcess agent = release.pods().agent(dead);
        cluster.fabric().cutSilently(dead);
        try {
            assertTrue(Wait.until(LIMIT, () -> hasMoved(release, dead)), "the manager of the dead node leads");
            cluster.kubectl("wait", "--for=condition=Ready=Unknown", "--timeout=300s", "node/" + dead);
            uninstall(cluster, release, dead);
            assertEquals(Map.of(), new Tenants(cluster).addresses());
            assertEquals("", Wait.untilValue(LIMIT, () -> pods(cluster), String::isEmpty));
            assertFalse(cluster.kubectl("get", "crds", "-o", "name").contains("porterlb.io"));
        } finally {
            cluster.fabric().restore(dead);
        }
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "node/" + dead);
        assertTrue(
                Wait.until(LIMIT, () -> new Announcement(cluster).known(addresses.values()) == 0),
                "the router still has a route from " + dead);
        KubeProxies.awaitNone(cluster, addresses.values());
        assertTrue(Wait.until(LIMIT, () -> !agent.isAlive()), agent + " runs on though its Pod is gone");
        takeRulesAway(cluster.namespace(dead));
        bed.assertNothingIsLeft();
    }

    private static String pods(KubernetesCluster cluster) {
        return cluster.kubectl("--namespace", NAMESPACE, "get", "pods", "-o", "name");
    }

    /// As the user guide has it: nobody could tell the agent of a dead node that its rules are no longer wanted.
    private static void takeRulesAway(NetworkNamespace node) {
        node.exec("nft", "delete", "table", "inet", "porterlb");
        for (String iptables : List.of("iptables", "ip6tables")) {
            node.exec(iptables, "-D", "FORWARD", "-j", "PORTERLB-FORWARD");
            node.exec(iptables, "-F", "PORTERLB-FORWARD");
            node.exec(iptables, "-X", "PORTERLB-FORWARD");
        }
    }

    private static boolean hasMoved(HelmRelease release, String dead) {
        return !release.pods().managerNode().equals(dead);
    }

    private static void uninstall(KubernetesCluster cluster, HelmRelease release, String dead) {
        HookLog log = HookLog.follow(cluster, NAMESPACE);
        release.uninstall();
        assertTrue(log.text().contains("its node " + dead + " is not there or not Ready"), log.text());
        System.out.print(log.text());
    }
}
