package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.fabric.FabricKind;
import io.porterlb.test.cluster.kubernetes.ProxyMode;
import io.porterlb.test.cluster.programs.MissingPrerequisiteException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program behind `hack/cluster`.
@Command(
        name = "hack/cluster",
        description =
                "A real Kubernetes in network namespaces of this machine, with routers and links that can be cut.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "  exec        Run a command in a network namespace of the cluster.",
            "",
            "Roles are node1, node2, ..., control-plane, client, rack (the nodes' segment), and router1, lan or leaf1, leaf2,"
                    + " spine1, spine2, border1, border2.",
            "Exit status: 0 done, 1 failed, 2 wrong arguments or something is missing on this machine."
        },
        subcommands = {
            PrepareCommand.class,
            UpCommand.class,
            DownCommand.class,
            KubeconfigCommand.class,
            CniCommand.class,
            LoadCommand.class,
            LinkCommand.class,
            RoutersCommand.class
        })
public final class Main {
    private static final int MISSING = 2;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it.
    private boolean help;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .registerConverter(FabricKind.class, FabricKind::of)
                .registerConverter(ProxyMode.class, ProxyMode::of)
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()));
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("hack/cluster: " + (failure.getMessage() == null ? failure : failure.getMessage()));
        for (Throwable other : failure.getSuppressed()) {
            err.println("hack/cluster: " + other.getMessage());
        }
        return failure instanceof MissingPrerequisiteException ? MISSING : CommandLine.ExitCode.SOFTWARE;
    }
}
