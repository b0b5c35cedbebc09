package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.Lifetime;

public final class Main {
    private Main() {}

    public static void main(String[] args) {
        long t = System.nanoTime();
        if (args[0].equals("up")) {
            KubernetesCluster.start(
                    ClusterSpec.of(args[1]),
                    Lifetime.KEPT,
                    s -> System.out.println((System.nanoTime() - t) / 1_000_000 + " " + s));
        } else {
            KubernetesCluster.remove(args[1]);
        }
        System.out.println((System.nanoTime() - t) / 1_000_000 + " done");
    }
}
