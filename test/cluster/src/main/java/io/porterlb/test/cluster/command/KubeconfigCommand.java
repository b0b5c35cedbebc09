package io.porterlb.test.cluster.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Prints where the kubeconfig file is.
@Command(name = "kubeconfig", description = "Print the path of the administrator's kubeconfig file.")
final class KubeconfigCommand implements Callable<Integer> {
    @Mixin
    private final ClusterName name = new ClusterName();

    @Option(
            names = "--internal",
            description = "The one for the cluster's own namespaces; without, the one for this machine.")
    private boolean internal;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        var cluster = name.running();
        command.commandLine().getOut().println(internal ? cluster.internalKubeconfig() : cluster.kubeconfig());
        return 0;
    }
}
