package io.porterlb.test.e2e.lifecycle;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.router.FrrRouter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What the router's bgpd has written down from some moment on. A neighbor that is not configured but let in by a range
/// is forgotten with its session; the log alone tells how that ended.
///
/// @param offset of that moment in the log
public record RouterLog(KubernetesCluster cluster, Path file, int offset) {
    /// From now on, with the sessions' NOTIFICATIONs.
    public static RouterLog from(KubernetesCluster cluster) {
        FrrRouter router = (FrrRouter) cluster.fabric().routers().getFirst();
        router.configure("router bgp " + router.as() + "\nbgp log-neighbor-changes");
        Path file = cluster.folder().resolve("logs").resolve(router.name()).resolve("bgpd.log");
        return new RouterLog(cluster, file, read(file).length);
    }

    /// The nodes that have not ended their session with Cease (RFC 4271, section 6.7).
    public List<String> missingCease() {
        byte[] all = read(file);
        List<String> lines = new String(Arrays.copyOfRange(all, offset, all.length), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("NOTIFICATION") && line.contains("Cease"))
                .toList();
        return cluster.nodes().stream()
                .filter(node -> lines.stream().noneMatch(line -> line.contains(node.address())))
                .map(KubernetesNode::name)
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
