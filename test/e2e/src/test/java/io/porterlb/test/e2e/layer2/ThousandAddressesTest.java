package io.porterlb.test.e2e.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/// A thousand addresses on three nodes, as a host on their segment sees them.
@Tag("cluster")
class ThousandAddressesTest {
    private static final int COUNT = 1_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: s%d}
            spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 80}]}
            """;

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.perClass(Layer2Bed::spec);

    @Test
    void areSpreadWithinOneOfEvenAndANodeThatIsLostMovesItsOwnOnly() {
        KubernetesCluster cluster = CLUSTER.cluster();
        Installation.install(cluster);
        cluster.apply(Layer2Pools.large());
        cluster.apply(IntStream.range(0, COUNT).mapToObj(SERVICE::formatted).collect(Collectors.joining("---\n")));
        List<String> addresses = Wait.untilValue(LIMIT, () -> addresses(cluster), found -> found.size() == COUNT);
        assertEquals(COUNT, addresses.size());

        Map<String, Set<String>> before = census(cluster, addresses);
        assertEquals(Set.of(333, 334), Set.copyOf(loads(before).values()), () -> "spread: " + loads(before));

        String lost = "node2";
        cluster.fabric().cutSilently(lost);
        Map<String, Set<String>> after = census(cluster, addresses);
        System.out.println("a thousand addresses: " + loads(before) + ", without " + lost + " " + loads(after));
        assertEquals(Map.of("node1", 500, "node3", 500), loads(after));
        Map<String, Set<String>> stayed = new HashMap<>(before);
        stayed.values().removeIf(Set.of(lost)::equals);
        assertTrue(after.entrySet().containsAll(stayed.entrySet()), "an address of a node that lives has moved");

        cluster.fabric().restore(lost);
        cluster.kubectl("wait", "--for=condition=Ready", "--timeout=300s", "nodes", "--all");
        assertEquals(after, census(cluster, addresses), "it takes nothing back");
    }

    private static List<String> addresses(KubernetesCluster cluster) {
        String ingress = "jsonpath={.items[*].status.loadBalancer.ingress[0].ip}";
        return List.of(cluster.kubectl("get", "services", "-o", ingress).split(" ", -1));
    }

    /// Once one node answers for each.
    private static Map<String, Set<String>> census(KubernetesCluster cluster, List<String> addresses) {
        Map<String, Set<String>> owners = Wait.untilValue(
                LIMIT,
                () -> Census.take(cluster, addresses),
                found -> found.size() == COUNT && found.values().stream().allMatch(nodes -> nodes.size() == 1));
        assertEquals(COUNT, owners.size(), "addresses that a node answers for");
        return owners;
    }

    private static Map<String, Integer> loads(Map<String, Set<String>> owners) {
        return owners.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(node -> node, Collectors.summingInt(_ -> 1)));
    }
}
