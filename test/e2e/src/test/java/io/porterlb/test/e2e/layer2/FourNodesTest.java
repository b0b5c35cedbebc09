package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Half of four nodes are no majority.
@Tag("cluster")
class FourNodesTest {
    private static final Set<String> LOST = Set.of("node1", "node3");
    private static final String TAINT = "node.kubernetes.io/out-of-service";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    @RegisterExtension
    static final ClusterExtension CLUSTER =
            ClusterExtension.perClass(any -> Layer2Bed.spec(any).withNodes(4));

    @Test
    void whereHalfAreLostTheOthersKeepTheirOwnAndTakeOverWhenTheLossIsDeclared() {
        KubernetesCluster cluster = CLUSTER.cluster();
        Installation.install(cluster);
        cluster.apply(Layer2Pools.ipv4("segment"));
        Crowd crowd = Crowd.make(cluster, 12);
        Map<String, String> kept = new TreeMap<>(crowd.settled());
        assertEquals(4, Set.copyOf(kept.values()).size(), () -> "each has some: " + kept);
        kept.values().removeIf(LOST::contains);

        LOST.forEach(cluster.fabric()::cutSilently);
        Wait.until(A_WHILE, () -> false);
        assertEquals(alone(kept), crowd.census(), "who answers while two of four are cut off");
        LOST.forEach(
                node -> cluster.kubectl("wait", "--for=condition=Ready=Unknown", "--timeout=180s", "node/" + node));
        Wait.until(A_WHILE, () -> false);
        assertEquals(alone(kept), crowd.census(), "who answers when their kubelets are missed");

        LOST.forEach(node -> cluster.kubectl("taint", "node", node, TAINT + "=nodeshutdown:NoExecute"));
        Map<String, String> after = crowd.settled();
        System.out.println("two of four cut off: " + kept + ", and declared lost: " + after);
        assertTrue(after.entrySet().containsAll(kept.entrySet()), "an address of a node that lives has moved");
        assertEquals(Set.of("node2", "node4"), Set.copyOf(after.values()));

        LOST.forEach(cluster.fabric()::restore);
        LOST.forEach(node -> cluster.kubectl("taint", "node", node, TAINT + "-"));
        assertEquals(4, Wait.untilValue(LIMIT, () -> seats(cluster), seats -> seats == 4), "seats");
        assertEquals(after, crowd.settled(), "they take nothing back");
    }

    private static Map<String, Set<String>> alone(Map<String, String> owners) {
        return owners.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Set.of(entry.getValue())));
    }

    private static int seats(KubernetesCluster cluster) {
        return cluster.kubectl("get", "portercouncil", "layer2", "-o", "jsonpath={.spec.seats[*].node}")
                .split(" ", -1)
                .length;
    }
}
