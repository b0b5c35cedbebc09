package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.KubernetesCluster;

/// PorterLB by `kubectl apply` of `manifests/porterlb.yaml`, without Helm.
public record ManifestInstall(KubernetesCluster cluster) {
    private static final String NAMESPACE = "porterlb-system";

    /// Applies it; returns when all its Pods are ready. May be repeated, as for an upgrade.
    public void apply() {
        String manifest = SourceTree.path("manifests/porterlb.yaml").toString();
        cluster.kubectl("apply", "-f", manifest);
        pods().awaitReady();
    }

    public PorterPods pods() {
        return new PorterPods(cluster, NAMESPACE);
    }
}
