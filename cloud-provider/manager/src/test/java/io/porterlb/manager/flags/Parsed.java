package io.porterlb.manager.flags;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The flags as a command line sets them, without a program behind.
final class Parsed {
    @Command(name = "porter-manager", modelTransformer = IgnoredFlags.Accepted.class)
    private static final class Flags implements Runnable {
        @Mixin
        private ManagerFlags all = new ManagerFlags();

        @Override
        public void run() {}
    }

    private final Flags flags = new Flags();
    private final CommandLine line = new CommandLine(flags);

    private Parsed(String... arguments) {
        line.parseArgs(arguments);
    }

    static ManagerFlags flags(String... arguments) {
        return new Parsed(arguments).flags.all;
    }

    static List<String> warnings(String... arguments) {
        return IgnoredFlags.warnings(new Parsed(arguments).line.getParseResult());
    }

    static String help() {
        return new Parsed().line.getUsageMessage();
    }
}
