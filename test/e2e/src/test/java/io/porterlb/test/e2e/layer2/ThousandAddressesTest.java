package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.install.Installation;
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
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(Layer2Bed::spec);

    @Test
    void areSpreadWithinOneOfEvenAndANodeThatIsLostMovesItsOwnOnly() {
        KubernetesCluster cluster = CLUSTER.cluster();
        Installation.install(cluster);
        cluster.apply(Layer2Pools.large());
        Crowd crowd = Crowd.make(cluster, 1_000);

        Map<String, String> before = crowd.settled();
        assertEquals(Set.of(333L, 334L), Set.copyOf(loads(before).values()), () -> "spread: " + loads(before));

        String lost = "node2";
        cluster.fabric().cutSilently(lost);
        Map<String, String> after = crowd.settled();
        System.out.println("a thousand addresses: " + loads(before) + ", without " + lost + " " + loads(after));
        assertEquals(Map.of("node1", 500L, "node3", 500L), loads(after));
        Map<String, String> stay = new HashMap<>(before);
        stay.values().removeIf(lost::equals);
        assertTrue(after.entrySet().containsAll(stay.entrySet()), "an address of a node that lives has moved");

        cluster.fabric().restore(lost);
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "nodes", "--all");
        assertEquals(after, crowd.settled(), "it takes nothing back");
    }

    private static Map<String, Long> loads(Map<String, String> owners) {
        return owners.values().stream()
                .collect(Collectors.groupingBy(node -> node, TreeMap::new, Collectors.counting()));
    }
}
