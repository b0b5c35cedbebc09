package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Many Services without Pods, with an IPv4 address each, and who answers for those.
///
/// @param addresses of all of them
public record Crowd(KubernetesCluster cluster, List<String> addresses) {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String INGRESS = "jsonpath={.items[*].status.loadBalancer.ingress[0].ip}";
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: s%d, labels: {crowd: ""}}
            spec: {type: LoadBalancer, allocateLoadBalancerNodePorts: false, ports: [{port: 80}]}
            """;

    /// Makes so many; returns when each has an address.
    public static Crowd make(KubernetesCluster cluster, int count) {
        cluster.apply(IntStream.range(0, count).mapToObj(SERVICE::formatted).collect(Collectors.joining("---\n")));
        List<String> addresses = Wait.untilValue(LIMIT, () -> ingress(cluster), found -> found.size() == count);
        if (addresses.size() != count) {
            throw new IllegalStateException(addresses.size() + " of " + count + " Services have an address");
        }
        return new Crowd(cluster, addresses);
    }

    private static List<String> ingress(KubernetesCluster cluster) {
        return List.of(cluster.kubectl("get", "services", "-o", INGRESS).split(" ", -1));
    }

    /// The nodes that answer for each address now, where any does.
    public Map<String, Set<String>> census() {
        return Census.take(cluster, addresses);
    }

    /// Waits until one node answers for each address, and no other.
    public Map<String, String> settled() {
        Map<String, Set<String>> owners = Wait.untilValue(LIMIT, this::census, this::isSettled);
        if (!isSettled(owners)) {
            throw new IllegalStateException("not one node answers for each address: " + unsettled(owners));
        }
        return owners.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
    }

    private Map<String, Set<String>> unsettled(Map<String, Set<String>> owners) {
        return addresses.stream()
                .filter(address -> owners.getOrDefault(address, Set.of()).size() != 1)
                .collect(Collectors.toMap(address -> address, address -> owners.getOrDefault(address, Set.of())));
    }

    private boolean isSettled(Map<String, Set<String>> owners) {
        return owners.size() == addresses.size() && owners.values().stream().allMatch(nodes -> nodes.size() == 1);
    }
}
