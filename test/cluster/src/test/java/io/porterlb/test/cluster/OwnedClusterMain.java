package io.porterlb.test.cluster;

/// A JVM that starts a cluster and waits to be killed; see [LifetimeTest].
final class OwnedClusterMain {
    private OwnedClusterMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        KubernetesCluster.start(ClusterSpec.of(arguments[0]).withNodes(1));
        System.out.println("up");
        Thread.currentThread().join();
    }
}
