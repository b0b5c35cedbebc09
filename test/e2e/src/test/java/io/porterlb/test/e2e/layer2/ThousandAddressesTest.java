package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/// A thousand addresses on three nodes, as a host on their segment sees them. A node that is not scheduled for a
/// quarter of a second loses what it has for good; on a machine that is as busy, another try shows how they are
/// spread.
@Tag("cluster")
class ThousandAddressesTest {
    private static final int TRIES = 3;
    private static final String LOST = "node2";

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(Layer2Bed::spec);

    @Test
    void areSpreadWithinOneOfEvenAndANodeThatIsLostMovesItsOwnOnly() {
        KubernetesCluster cluster = CLUSTER.cluster();
        Installation.install(cluster);
        cluster.apply(Layer2Pools.large());
        String complaint = tryIt(cluster);
        for (int i = 1; i < TRIES && !complaint.isEmpty(); i++) {
            System.out.println("a thousand addresses, once more since " + complaint);
            cluster.kubectl("delete", "services", "--selector=crowd", "--timeout=300s");
            complaint = tryIt(cluster);
        }
        assertEquals("", complaint);
    }

    /// What is wrong; empty if nothing is.
    private static String tryIt(KubernetesCluster cluster) {
        Crowd crowd = Crowd.make(cluster, 1_000);
        Map<String, String> before = crowd.settled();
        if (!Set.copyOf(loads(before).values()).equals(Set.of(333L, 334L))) {
            return "the nodes have " + loads(before);
        }
        cluster.fabric().cutSilently(LOST);
        Map<String, String> after;
        try {
            after = crowd.settled();
        } finally {
            cluster.fabric().restore(LOST);
        }
        System.out.println("a thousand addresses: " + loads(before) + ", without " + LOST + " " + loads(after));
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "nodes", "--all");
        return complaint(before, after, crowd.settled());
    }

    private static String complaint(Map<String, String> before, Map<String, String> cut, Map<String, String> restored) {
        if (!loads(cut).equals(Map.of("node1", 500L, "node3", 500L))) {
            return "the nodes that are left have " + loads(cut);
        }
        Map<String, String> stay = new HashMap<>(before);
        stay.values().removeIf(LOST::equals);
        if (!cut.entrySet().containsAll(stay.entrySet())) {
            return "an address of a node that is left has moved";
        }
        return restored.equals(cut) ? "" : "addresses moved when the node was back: " + loads(restored);
    }

    private static Map<String, Long> loads(Map<String, String> owners) {
        return owners.values().stream()
                .collect(Collectors.groupingBy(node -> node, TreeMap::new, Collectors.counting()));
    }
}
