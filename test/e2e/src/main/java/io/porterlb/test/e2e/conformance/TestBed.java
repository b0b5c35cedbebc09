package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.Lifetime;
import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.e2e.install.Installation;
import io.porterlb.test.e2e.install.RouterPeers;
import io.porterlb.test.e2e.install.SourceTree;

/// A cluster as the suite wants it: three workers, DNS, a client in a network of its own behind the router, and
/// PorterLB.
final class TestBed {
    private static final int NODES = 3;

    private TestBed() {}

    /// Returns when PorterLB is ready. The cluster ends with this JVM.
    static KubernetesCluster start(Cell cell, Progress progress) {
        ClusterSpec spec = ClusterSpec.of(
                        "conformance-" + ProcessHandle.current().pid())
                .withNodes(NODES)
                .withProxyMode(cell.proxy())
                .withDns(true);
        KubernetesCluster cluster = KubernetesCluster.start(spec, Lifetime.OWNED, progress);
        try {
            cell.routerHash().set(cluster);
            install(cluster, progress);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static void install(KubernetesCluster cluster, Progress progress) {
        progress.says("PorterLB is installed from its Helm chart");
        Installation.install(cluster);
        cluster.kubectl(
                "apply", "-f", SourceTree.path("manifests/examples/eip.yaml").toString());
        cluster.apply(RouterPeers.manifest(cluster.fabric(), "{}"));
    }
}
