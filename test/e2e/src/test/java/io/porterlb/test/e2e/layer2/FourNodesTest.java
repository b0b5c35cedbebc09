package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.stage.Attempts;
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
        Attempts.run(() -> loseHalf(cluster));
    }

    private static void loseHalf(KubernetesCluster cluster) {
        bringBack(cluster);
        cluster.kubectl("delete", "services", "--selector=crowd", "--timeout=300s");
        Crowd crowd = Crowd.make(cluster, 12);
        Map<String, String> kept = new TreeMap<>(crowd.settled());
        Attempts.expect(Set.copyOf(kept.values()).size() == 4, () -> "not each node has some: " + kept);
        kept.values().removeIf(LOST::contains);

        Parallel.each(LOST, cluster.fabric()::cutSilently);
        Wait.until(A_WHILE, () -> false);
        expectAlone(kept, crowd, "while two of four are cut off");
        LOST.forEach(
                node -> cluster.kubectl("wait", "--for=condition=Ready=Unknown", "--timeout=180s", "node/" + node));
        Wait.until(A_WHILE, () -> false);
        expectAlone(kept, crowd, "when their kubelets are missed");

        LOST.forEach(node -> cluster.kubectl("taint", "node", node, TAINT + "=nodeshutdown:NoExecute"));
        Map<String, String> after = crowd.settled();
        System.out.println("two of four cut off: " + kept + ", and declared lost: " + after);
        assertEquals(Set.of("node2", "node4"), Set.copyOf(after.values()));
        Attempts.expect(
                after.entrySet().containsAll(kept.entrySet()), () -> "an address of a node that lives has moved");

        bringBack(cluster);
        assertEquals(4, Wait.untilValue(LIMIT, () -> seats(cluster), seats -> seats == 4), "seats");
        Map<String, String> back = crowd.settled();
        Attempts.expect(back.equals(after), () -> "they took back what they had: " + back);
    }

    /// Returns when all four have had the time to find each other.
    private static void bringBack(KubernetesCluster cluster) {
        LOST.forEach(cluster.fabric()::restore);
        LOST.forEach(
                node -> cluster.kubectl("patch", "node", node, "--type=merge", "-p", "{\"spec\":{\"taints\":[]}}"));
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "nodes", "--all");
        Wait.until(A_WHILE, () -> false);
    }

    /// Each of these nodes has kept its addresses, and no node answers for any other address.
    private static void expectAlone(Map<String, String> kept, Crowd crowd, String when) {
        Map<String, Set<String>> alone = alone(kept);
        Map<String, Set<String>> found = Wait.untilValue(A_WHILE, () -> census(alone, crowd, when), alone::equals);
        Attempts.expect(found.equals(alone), () -> "of " + kept + " only " + found + " are answered for " + when);
    }

    private static Map<String, Set<String>> census(Map<String, Set<String>> alone, Crowd crowd, String when) {
        Map<String, Set<String>> found = crowd.census();
        assertTrue(alone.entrySet().containsAll(found.entrySet()), () -> when + ": " + found + " instead of " + alone);
        return found;
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
