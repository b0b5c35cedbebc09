package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.stage.Attempts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A thousand addresses on three nodes, as a host on their segment sees them.
@Tag("cluster")
class ThousandAddressesTest {
    private static final String LOST = "node2";

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(Layer2Bed::spec);

    @Test
    void areSpreadWithinOneOfEvenAndANodeThatIsLostMovesItsOwnOnly() {
        KubernetesCluster cluster = CLUSTER.cluster();
        Installation.install(cluster);
        cluster.apply(Layer2Pools.large());
        Attempts.run(() -> loseOneNode(cluster));
    }

    private static void loseOneNode(KubernetesCluster cluster) {
        cluster.kubectl("delete", "services", "--selector=crowd", "--timeout=300s");
        Crowd crowd = Crowd.make(cluster, 1_000);
        Map<String, String> before = crowd.settled();
        Attempts.expect(
                Set.copyOf(loads(before).values()).equals(Set.of(333L, 334L)), () -> "the nodes have " + loads(before));
        cluster.fabric().cutSilently(LOST);
        Map<String, String> after;
        try {
            after = crowd.settled();
        } finally {
            cluster.fabric().restore(LOST);
        }
        System.out.println("a thousand addresses: " + loads(before) + ", without " + LOST + " " + loads(after));
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "nodes", "--all");
        expectToBeShared(before, after);
        Map<String, String> restored = crowd.settled();
        Attempts.expect(restored.equals(after), () -> "addresses moved when it was back: " + loads(restored));
    }

    private static void expectToBeShared(Map<String, String> before, Map<String, String> after) {
        Attempts.expect(
                loads(after).equals(Map.of("node1", 500L, "node3", 500L)),
                () -> "the nodes that are left have " + loads(after));
        Map<String, String> stay = new HashMap<>(before);
        stay.values().removeIf(LOST::equals);
        Attempts.expect(
                after.entrySet().containsAll(stay.entrySet()), () -> "an address of a node that is left has moved");
    }

    private static Map<String, Long> loads(Map<String, String> owners) {
        return owners.values().stream()
                .collect(Collectors.groupingBy(node -> node, TreeMap::new, Collectors.counting()));
    }
}
