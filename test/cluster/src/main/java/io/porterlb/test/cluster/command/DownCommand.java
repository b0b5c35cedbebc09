package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Ends a cluster.
@Command(
        name = "down",
        description = "End a cluster and remove everything of it: processes, namespaces, control groups, files.")
final class DownCommand implements Callable<Integer> {
    @Mixin
    private final ClusterName name = new ClusterName();

    @Override
    public Integer call() {
        KubernetesCluster.remove(name.name());
        return 0;
    }
}
