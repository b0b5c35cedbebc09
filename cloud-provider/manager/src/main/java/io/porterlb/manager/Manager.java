package io.porterlb.manager;

import io.porterlb.manager.flags.Controller;
import io.porterlb.manager.flags.IgnoredFlags;
import io.porterlb.manager.flags.ManagerFlags;
import io.porterlb.manager.serving.Configz;
import io.porterlb.program.Launcher;
import io.porterlb.program.Logging;
import io.porterlb.program.Version;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program: flags in, process run.
@Command(
        name = "porter-manager",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        modelTransformer = IgnoredFlags.Accepted.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpAutoWidth = true,
        description = {
            "Gives every Service of type LoadBalancer an address from an Eip, and keeps the status of Services, Eips,"
                    + " BgpConfs and BgpPeers.",
            "Runs as the cloud-controller-manager of a cluster whose kubelets have --cloud-provider=external."
        })
public final class Manager implements Callable<Integer> {
    private static final Logger LOG = System.getLogger(Manager.class.getName());

    @Mixin
    private ManagerFlags flags = new ManagerFlags();

    @Spec
    private CommandSpec command = CommandSpec.create(); // picocli's own in its place

    public static void main(String... arguments) {
        Launcher.run(new Manager(), arguments);
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<String> faults = flags.faults();
        if (!faults.isEmpty()) {
            throw new ParameterException(command.commandLine(), String.join("\n", faults));
        }
        Logging.verbosity(flags.log().verbosity());
        warn();
        return new ManagerProcess(flags, Configz.of(command)).run();
    }

    private void warn() {
        IgnoredFlags.warnings(command.commandLine().getParseResult())
                .forEach(warning -> LOG.log(Level.WARNING, warning));
        flags.securePort().tls().warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
        if (flags.controllers().names(Controller.NODE_ROUTE)) {
            LOG.log(Level.WARNING, "No effect: --controllers names node-route-controller, and there is none here.");
        }
    }
}
