package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.KubeConnection;
import io.porterlb.kube.removal.Removal;
import io.porterlb.porterctl.options.ClusterOption;
import io.porterlb.porterctl.options.DurationOption;
import io.porterlb.porterctl.options.NamespaceOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `porterctl uninstall`.
@Command(
        name = "uninstall",
        sortOptions = false,
        description = "Takes PorterLB out of a cluster, so that nothing of it is left.",
        footerHeading = "%nWhat it does, in this order:%n",
        footer = {
            "  1. ends porter-manager; takes addresses, finalizers, label and condition of PorterLB, and those",
            "     that OpenELB has left to it, off all Services, where what others have put there stays; and",
            "     deletes PorterAddresses",
            "  2. waits up to 20 s until the porter-agents say that they have withdrawn all routes and kernel",
            "     rules, and ends them; a Pod on a dead node is named and taken out of the API by force",
            "  3. deletes PorterNodes, the PorterCouncil and the Secret porterlb-layer2, takes OpenELB's",
            "     finalizers off Eips, BgpConfs and BgpPeers, deletes these too, and all six",
            "     CustomResourceDefinitions",
            "  4. deletes what else carries the label app.kubernetes.io/name=porterlb: roles, bindings,",
            "     service accounts, policies, and the namespace with all that is in it",
            "Definitions of Eip, BgpConf and BgpPeer without that label were not installed with PorterLB:",
            "they stay, with their objects.",
            "",
            "It can be ended at any point and run again. Each thing that is done is a line, each that",
            "can't be done too, and the others go on. Connections that are open when it begins are lost:",
            "addresses are withdrawn from the routers.",
            "",
            "Exit status: 0 nothing of PorterLB is left, 1 something is left and named, or it was not",
            "done, 2 wrong arguments."
        })
public final class UninstallCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Mixin
    private NamespaceOption place = new NamespaceOption();

    @Option(names = "--yes", description = "Don't ask. Needed where there is no terminal to ask at.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Print what would be done; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--keep-crds",
            description = "Keep the CustomResourceDefinitions, with your Eips, BgpConfs and BgpPeers, and the"
                    + " namespace, with the Secrets that these name.")
    private boolean keepCrds;

    @Option(
            names = "--from-helm",
            description = "Leave out step 4, and don't refuse what Helm has installed: Helm's hook says this.")
    private boolean fromHelm;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationOption.class,
            description = "How long to wait for the Pods of each program to end, and at the end for what is being"
                    + " deleted, as in 60s or 5m. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ZERO;

    private final Question question;

    /// Asks at the terminal.
    public UninstallCommand() {
        this(Question.atTheTerminal());
    }

    UninstallCommand(Question question) {
        this.question = question;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (KubeConnection connection = cluster.open()) {
            return uninstall(connection.removal());
        }
    }

    private int uninstall(Removal removal) throws InterruptedException {
        UninstallSettings settings = new UninstallSettings(place.namespace(), keepCrds, fromHelm, timeout);
        Journal journal = new Journal(spec.commandLine().getOut());
        Optional<String> obstacle = fromHelm ? Optional.empty() : Obstacle.find(removal, place.namespace());
        if (obstacle.isPresent()) {
            spec.commandLine().getErr().println("porterctl uninstall: " + obstacle.get());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Uninstall uninstall = new Uninstall(Steps.of(removal, settings), timeout, journal);
        List<Thing> plan = uninstall.plan();
        if (plan.isEmpty()) {
            journal.say("Nothing of PorterLB is here.");
            return CommandLine.ExitCode.OK;
        }
        return agreed(plan, journal) ? run(uninstall) : CommandLine.ExitCode.OK;
    }

    /// Whether to go on. The plan is shown to whoever has not said `--yes`.
    private boolean agreed(List<Thing> plan, Journal journal) {
        if (yes && !dryRun) {
            return true;
        }
        plan.forEach(thing -> journal.say(thing.plan()));
        return !dryRun && confirmed();
    }

    private boolean confirmed() {
        String answer = question.ask("Take PorterLB out of this cluster? Write yes: ")
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no terminal to ask at: say --yes to do all that, or --dry-run to see it only"));
        if (answer.strip().equals("yes")) {
            return true;
        }
        throw new ParameterException(spec.commandLine(), "nothing was done: the answer was not yes");
    }

    private static int run(Uninstall uninstall) throws InterruptedException {
        return uninstall.run() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
