package io.porterlb.porterctl.keys;

import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.NotWrittenException;
import io.porterlb.porterctl.options.ClusterOption;
import io.porterlb.porterctl.options.DurationOption;
import io.porterlb.porterctl.options.NamespaceOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `porterctl rotate-keys`.
@Command(
        name = "rotate-keys",
        sortOptions = false,
        description = "Exchanges the key with which porter-agents sign what they say to each other.",
        footerHeading = "%nWhat happens, in the Secret porterlb-layer2:%n",
        footer = {
            "  1. a new key is made, and all agents accept it beside the old one",
            "  2. all agents sign with the new key, and accept the old one",
            "  3. all agents forget the old one",
            "After each step it waits until every agent that takes part says, in its PorterNode, that it",
            "has taken it. So at any moment all understand each other, and no address moves. Where one",
            "does not say so in time, its node is named, and nothing more is done.",
            "",
            "It can be ended at any point: run again, it goes on from there. Needs the verbs get and",
            "patch on that Secret, and list on porternodes.porterlb.io. Keys are never shown.",
            "",
            "Exit status: 0 done, 1 failed, or not all agents have followed in time, 2 wrong arguments."
        })
public final class RotateKeysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private NamespaceOption place = new NamespaceOption();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationOption.class,
            description =
                    "How long to wait for the agents after each step, as in 60s or 5m. Default:" + " ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ZERO;

    @Override
    public Integer call() throws InterruptedException, NotWrittenException {
        try (KubeConnection connection = cluster.open()) {
            return new Rotation(connection.keys(place.namespace()), timeout, spec.commandLine()).run()
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
