package io.porterlb.porterctl;

import io.porterlb.porterctl.announcements.AnnouncementsCommand;
import io.porterlb.porterctl.diagnose.DiagnoseCommand;
import io.porterlb.porterctl.drain.DrainCommand;
import io.porterlb.porterctl.drain.UndrainCommand;
import io.porterlb.porterctl.keys.RotateKeysCommand;
import io.porterlb.porterctl.speak.SpeakCommand;
import io.porterlb.porterctl.uninstall.UninstallCommand;
import io.porterlb.program.Version;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The program: finds the verb, and says what went wrong in a sentence.
@Command(
        name = "porterctl",
        versionProvider = Version.class,
        description = "PorterLB from the command line.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong arguments."},
        subcommands = {
            AnnouncementsCommand.class,
            DiagnoseCommand.class,
            DrainCommand.class,
            UndrainCommand.class,
            RotateKeysCommand.class,
            UninstallCommand.class,
            SpeakCommand.class
        })
public final class Porterctl {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    private Porterctl() {}

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Porterctl())
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler((failure, _) -> refuse(failure))
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()));
    }

    /// One sentence, not the whole help: that one scrolls the sentence away.
    private static int refuse(CommandLine.ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + failure.getMessage());
        command.getErr().println("See \"" + name + " --help\".");
        return CommandLine.ExitCode.USAGE;
    }

    /// Messages are made for people; a stack trace is not.
    private static int report(Exception failure, PrintWriter err) {
        err.println("porterctl: " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
