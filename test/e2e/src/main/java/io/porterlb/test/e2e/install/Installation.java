package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.KubernetesCluster;

/// PorterLB on a cluster, as its users install it: a release of the Helm chart, with the images of this checkout.
public record Installation(HelmRelease release) {
    /// Returns when every Pod is ready.
    public static Installation install(KubernetesCluster cluster) {
        Images.current().load(cluster);
        HelmRelease release = HelmRelease.of(cluster);
        release.install();
        return new Installation(release);
    }

    public PorterPods pods() {
        return release.pods();
    }
}
