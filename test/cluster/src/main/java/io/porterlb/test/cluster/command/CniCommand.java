package io.porterlb.test.cluster.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Gives the nodes of a cluster that was started without CNI what they lack.
@Command(
        name = "cni",
        description = "Give every node its CNI configuration, as a network plugin that is applied does, and wait until"
                + " all are Ready.")
final class CniCommand implements Callable<Integer> {
    @Mixin
    private final ClusterName name = new ClusterName();

    @Override
    public Integer call() {
        name.running().applyCni();
        return 0;
    }
}
