package io.porterlb.test.e2e.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.HelmRelease;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// PorterLB comes before the network plugin, into a cluster whose nodes nobody has initialized.
@Tag("cluster")
class WithoutCniTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(spec -> spec.withCni(false));

    @Test
    void startsOnNodesThatAreNotReadyAndInitializesThem(KubernetesCluster cluster) {
        assertTrue(taints(cluster).contains(UNINITIALIZED), "nodes are initialized before PorterLB is there");
        Bed.load(cluster);
        HelmRelease.of(cluster).install();
        assertTrue(Wait.until(LIMIT, () -> !taints(cluster).contains(UNINITIALIZED)), () -> taints(cluster));
        assertEquals(
                "porter://node1 porter://node2",
                cluster.kubectl("get", "nodes", "-o", "jsonpath={.items[*].spec.providerID}"));
        cluster.applyCni();
        new Tenants(cluster).move();
        List<UnderTraffic.Seen> seen =
                new UnderTraffic(cluster.fabric().client(), new Announcement(cluster).make(false), 2).during(() -> {});
        seen.forEach(one -> assertTrue(one.load().unharmed(), one.toString()));
    }

    private static String taints(KubernetesCluster cluster) {
        return cluster.kubectl("get", "nodes", "-o", "jsonpath={.items[*].spec.taints[*].key}");
    }
}
