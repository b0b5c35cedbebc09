package io.porterlb.porterctl.drain;

import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.NodeDrains;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.porterctl.options.ClusterOption;
import io.porterlb.porterctl.options.DurationOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `porterctl drain`.
@Command(
        name = "drain",
        sortOptions = false,
        description = "Has traffic from outside leave a node, and keeps it away.",
        footerHeading = "%nWhat happens:%n",
        footer = {
            "  1. the Node is annotated with porterlb.io/drain=true, and nothing else is changed",
            "  2. porter-agent tells the routers that the node's routes will soon be gone (GRACEFUL_SHUTDOWN,",
            "     RFC 8326), and two seconds later that they are; the sessions stay up",
            "     its Layer 2 addresses go to other nodes at once",
            "  3. until porterctl undrain the node takes no traffic from outside",
            "Pods stay, and serve on through other nodes unless the Service is externalTrafficPolicy: Local.",
            "The last node is drained too: its addresses are then announced by none, and an event on each",
            "Node says so.",
            "",
            "It can be run again. Needs the verbs get and patch on nodes, and get on",
            "porternodes.porterlb.io.",
            "",
            "Exit status: 0 done, 1 failed, or still announced when the time of --wait was over, 2 wrong",
            "arguments."
        })
public final class DrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NODE", description = "Name of the Node.")
    private String node = "";

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            arity = "0..1",
            fallbackValue = "60s",
            converter = DurationOption.class,
            description = "Wait until the node's agent reports that it announces nothing any more, routes"
                    + " and Layer 2 addresses, as in 60s or 5m."
                    + " Without a time: ${FALLBACK-VALUE}.")
    private Optional<Duration> patience = Optional.empty();

    @Option(names = "--dry-run", description = "Print what would be done; change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException, NotWrittenException {
        try (KubeConnection connection = cluster.open()) {
            NodeOrder order = new NodeOrder(connection.drains(), spec.commandLine());
            return order.give(node, true, dryRun) && (dryRun || awaited(connection.drains()))
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private boolean awaited(NodeDrains drains) throws InterruptedException {
        return patience.isEmpty() || new Withdrawal(drains, node).await(patience.get(), spec.commandLine());
    }
}
