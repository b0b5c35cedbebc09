package io.porterlb.test.e2e.rival;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.FabricSpec;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.router.FrrRouter;
import io.porterlb.test.cluster.router.Router;
import io.porterlb.test.cluster.router.RouterSpec;
import io.porterlb.test.cluster.router.RouterSpec.Neighbor;
import io.porterlb.test.cluster.router.SessionOption;
import java.util.List;

/// FRR in place of our agent: bgpd, zebra and bfdd on every node, announcing one prefix to the leaves, with BFD at
/// 3 x 300 ms. Our own sessions must be down meanwhile, since a leaf knows one neighbor at an address.
public record FrrOnNodes(List<FrrRouter> speakers) implements AutoCloseable {
    private static final SessionOption BFD = new SessionOption.Bfd(300, 3);

    /// Starts it.
    public static FrrOnNodes announcing(KubernetesCluster cluster, String prefix) {
        return new FrrOnNodes(cluster.nodes().stream()
                .map(node -> start(cluster, node, prefix))
                .toList());
    }

    private static FrrRouter start(KubernetesCluster cluster, KubernetesNode node, String prefix) {
        List<Neighbor> leaves = cluster.fabric().nodePeers().stream()
                .map(leaf -> Neighbor.of(leaf.address(), leaf.as(), BFD))
                .toList();
        RouterSpec spec = RouterSpec.of("frr-" + node.name(), FabricSpec.NODE_AS, node.address())
                .withNeighbors(leaves);
        var speaker = new FrrRouter(
                spec,
                node.namespace(),
                cluster.place(node.name()),
                cluster.folder().resolve("routers").resolve(node.name()));
        speaker.start();
        speaker.configure("""
                router bgp %d
                address-family ipv4 unicast
                no redistribute connected
                network %s
                """.formatted(FabricSpec.NODE_AS, prefix));
        return speaker;
    }

    @Override
    public void close() {
        speakers.forEach(Router::stop);
    }
}
