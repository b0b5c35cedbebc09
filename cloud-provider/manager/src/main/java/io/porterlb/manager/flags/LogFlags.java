package io.porterlb.manager.flags;

import static io.porterlb.manager.flags.FlagGroup.outside;

import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// How much is logged.
public final class LogFlags implements FlagGroup {
    @Option(
            names = {"-v", "--v"},
            paramLabel = "N",
            defaultValue = "0",
            description = "How much is logged: from 4 on what helps to find a fault, from 6 on everything. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int verbosity;

    @Override
    public Stream<String> faults() {
        return outside("--v", verbosity, 0, 10);
    }

    /// 0 and more.
    public int verbosity() {
        return verbosity;
    }
}
