package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Half of four nodes are no majority.
@Tag("cluster")
class FourNodesTest {
    private static final int COUNT = 12;
    private static final Set<String> LOST = Set.of("node1", "node3");
    private static final String TAINT = "node.kubernetes.io/out-of-service";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: s%d}
            spec: {type: LoadBalancer, ports: [{port: 80}]}
            """;

    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(any -> Layer2Bed.spec(any).withNodes(4));

    private KubernetesCluster cluster;
    private List<String> addresses;

    @Test
    void whereHalfAreLostTheOthersKeepTheirOwnAndTakeOverWhenTheLossIsDeclared() {
        cluster = CLUSTER.cluster();
        Installation.install(cluster);
        cluster.apply(Layer2Pools.ipv4("segment"));
        cluster.apply(IntStream.range(0, COUNT).mapToObj(SERVICE::formatted).collect(Collectors.joining("---\n")));
        addresses = Wait.untilValue(LIMIT, () -> ingress(), found -> found.size() == COUNT);

        Map<String, Set<String>> before = settled();
        Map<String, Set<String>> kept = new HashMap<>(before);
        kept.values().removeIf(LOST::containsAll);
        assertFalse(kept.isEmpty() || kept.size() == COUNT, () -> "all four have some: " + before);

        LOST.forEach(cluster.fabric()::cutSilently);
        Wait.until(A_WHILE, () -> false);
        assertEquals(kept, Census.take(cluster, addresses), "who answers when two of four are cut off");
        LOST.forEach(
                node -> cluster.kubectl("wait", "--for=condition=Ready=Unknown", "--timeout=180s", "node/" + node));
        Wait.until(A_WHILE, () -> false);
        assertEquals(kept, Census.take(cluster, addresses), "who answers when their kubelets are missed");

        LOST.forEach(node -> cluster.kubectl("taint", "node", node, TAINT + "=nodeshutdown:NoExecute"));
        Map<String, Set<String>> after = settled();
        assertTrue(after.entrySet().containsAll(kept.entrySet()), () -> kept + " but then " + after);
        assertTrue(after.values().stream().noneMatch(LOST::containsAll), after::toString);

        LOST.forEach(node -> cluster.kubectl("taint", "node", node, TAINT + "-"));
        LOST.forEach(cluster.fabric()::restore);
        assertEquals(4, Wait.untilValue(LIMIT, () -> seats(), seats -> seats == 4), "seats");
        assertEquals(after, settled(), "they take nothing back");
    }

    private List<String> ingress() {
        String path = "jsonpath={.items[*].status.loadBalancer.ingress[0].ip}";
        return List.of(cluster.kubectl("get", "services", "-o", path).split(" ", -1));
    }

    /// Once one node answers for each.
    private Map<String, Set<String>> settled() {
        Map<String, Set<String>> owners = Wait.untilValue(
                LIMIT,
                () -> Census.take(cluster, addresses),
                found -> found.size() == COUNT && found.values().stream().allMatch(nodes -> nodes.size() == 1));
        assertEquals(COUNT, owners.size(), owners::toString);
        return owners;
    }

    private int seats() {
        return cluster.kubectl("get", "portercouncil", "layer2", "-o", "jsonpath={.spec.seats[*].node}")
                .split(" ", -1)
                .length;
    }
}
