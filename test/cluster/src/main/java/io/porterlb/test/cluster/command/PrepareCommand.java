package io.porterlb.test.cluster.command;

import io.porterlb.test.cluster.programs.Supplies;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Does beforehand what the first cluster would do.
@Command(name = "prepare", description = "Install packages and build programs where they are missing, and end.")
final class PrepareCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Supplies.prepare(step -> spec.commandLine().getErr().println(step));
        return 0;
    }
}
