package io.porterlb.program;

import io.porterlb.program.http.HttpLimits;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs a program that goes on until it is told to end.
public final class Launcher {
    private Launcher() {}

    /// Reads the arguments, runs the program, and ends the process: 0 when it is done, 1 with a sentence where it
    /// failed, 2 with a sentence for wrong arguments. Of a flag that is given twice the last counts, as in Go: a
    /// cluster's own arguments come after those of an installation.
    ///
    /// @param program annotated for picocli
    public static void run(Callable<Integer> program, String... arguments) {
        Logging.configure();
        HttpLimits.set();
        System.exit(commandLine(program).execute(arguments));
    }

    static CommandLine commandLine(Callable<Integer> program) {
        return new CommandLine(program)
                .setOverwrittenOptionsAllowed(true)
                .setParameterExceptionHandler((refused, _) -> refuse(refused))
                .setExecutionExceptionHandler(
                        (failure, command, _) -> report(command.getCommandName(), failure, command.getErr()));
    }

    /// One sentence is enough: the whole help would hide it.
    private static int refuse(ParameterException refused) {
        CommandLine command = refused.getCommandLine();
        String program = command.getCommandSpec().qualifiedName();
        command.getErr().println(program + ": " + refused.getMessage() + "\nSee " + program + " --help.");
        return CommandLine.ExitCode.USAGE;
    }

    /// Messages are made for people; a stack trace is for whoever has to mend a fault of ours.
    private static int report(String program, Exception failure, PrintWriter err) {
        err.println(program + ": " + Objects.requireNonNullElse(failure.getMessage(), failure.toString()));
        if (isFault(failure)) {
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /// Such as a NullPointerException, which says nothing to those who run the program.
    private static boolean isFault(Exception failure) {
        return failure instanceof RuntimeException
                && failure.getClass().getPackageName().startsWith("java.");
    }
}
