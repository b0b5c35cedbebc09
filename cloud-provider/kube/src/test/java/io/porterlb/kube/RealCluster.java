package io.porterlb.kube;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import java.nio.file.Path;

/// The cluster of [RealApiServer]: started for the first test that needs it, gone with this JVM.
final class RealCluster {
    private static final KubernetesCluster CLUSTER = start();

    private RealCluster() {}

    private static KubernetesCluster start() {
        KubernetesCluster cluster = KubernetesCluster.start(
                ClusterSpec.of("kube-" + ProcessHandle.current().pid()).withNodes(1));
        cluster.kubectl("apply", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=300s", "crd", "--all");
        return cluster;
    }

    static Path kubeconfig() {
        return CLUSTER.kubeconfig();
    }
}
