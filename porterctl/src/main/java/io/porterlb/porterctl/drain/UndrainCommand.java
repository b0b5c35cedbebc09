package io.porterlb.porterctl.drain;

import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.porterctl.options.ClusterOption;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `porterctl undrain`.
@Command(
        name = "undrain",
        sortOptions = false,
        description = "Lets traffic from outside come to a node again that porterctl drain has taken out.",
        footer = {
            "",
            "Takes the annotation porterlb.io/drain off the Node, upon which porter-agent announces its",
            "addresses at once. What else keeps traffic away from the node is named and stays.",
            "",
            "It can be run again. Needs the verbs get and patch on nodes.",
            "",
            "Exit status: 0 done, 1 failed, 2 wrong arguments."
        })
public final class UndrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NODE", description = "Name of the Node.")
    private String node = "";

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(names = "--dry-run", description = "Print what would be done; change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws NotWrittenException {
        try (KubeConnection connection = cluster.open()) {
            NodeOrder order = new NodeOrder(connection.drains(), spec.commandLine());
            return order.give(node, false, dryRun) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
