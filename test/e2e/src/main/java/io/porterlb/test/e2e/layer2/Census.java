package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.e2e.stage.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Who answers for many IPv4 addresses: each is asked for once.
public final class Census {
    /// A host does not ask for as many at a time as it can't remember (`net.ipv4.neigh.default.gc_thresh3`).
    private static final int AT_ONCE = 200;

    private static final Duration PATIENCE = Duration.ofMillis(700); // before the kernel would ask again

    private Census() {}

    /// The nodes that said that they have an address, by the address; one that nobody answers for is not
    /// there.
    public static Map<String, Set<String>> take(KubernetesCluster cluster, List<String> addresses) {
        Observer observer = Observer.start(cluster, List.of());
        try (observer) {
            for (int i = 0; i < addresses.size(); i += AT_ONCE) {
                ask(cluster, addresses.subList(i, Math.min(i + AT_ONCE, addresses.size())));
            }
        }
        Map<String, Set<String>> owners = observer.owners();
        owners.keySet().retainAll(addresses);
        return owners;
    }

    private static void ask(KubernetesCluster cluster, List<String> addresses) {
        batch(cluster, addresses, "neigh replace %s dev eth0 use\n");
        Wait.until(PATIENCE, () -> false);
        batch(cluster, addresses, "neigh del %s dev eth0\n");
    }

    private static void batch(KubernetesCluster cluster, List<String> addresses, String order) {
        Path file = cluster.folder().resolve("census.batch");
        try {
            Files.writeString(file, addresses.stream().map(order::formatted).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ip = List.of("ip", "-force", "-batch", file.toString());
        Command.of(cluster.namespace(Topology.OBSERVER).command(ip)).result();
    }
}
