package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;

/// A dual-stack Service.
///
/// @param addresses IPv4 first
public record Layer2Service(String name, List<String> addresses) {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String INGRESS = "{range .status.loadBalancer.ingress[*]}{.ip}{\"\\n\"}{end}";

    /// Waits until it has two addresses.
    static Layer2Service await(KubernetesCluster cluster, String name) {
        List<String> addresses = Wait.untilValue(LIMIT, () -> ingress(cluster, name), found -> found.size() == 2);
        if (addresses.size() != 2) {
            throw new IllegalStateException("Service " + name + " has " + addresses + " instead of two addresses after "
                    + LIMIT.toSeconds() + " s: " + cluster.kubectl("describe", "service", name));
        }
        return new Layer2Service(name, addresses);
    }

    private static List<String> ingress(KubernetesCluster cluster, String name) {
        return cluster.kubectl("get", "service", name, "-o", "jsonpath=" + INGRESS)
                .lines()
                .sorted((a, b) -> Boolean.compare(a.contains(":"), b.contains(":")))
                .toList();
    }

    public String ipv4() {
        return addresses.getFirst();
    }

    public String ipv6() {
        return addresses.getLast();
    }
}
