package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.Lifetime;
import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.e2e.install.Installation;

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
            progress.says("PorterLB is installed from its Helm chart");
            Installation.install(cluster);
            cell.announcing().begin(cluster);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }
}
