package io.porterlb.porterctl.uninstall;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/// A run of `porterctl uninstall` in this process.
record Run(int status, String out, String err) {
    static Run of(String arguments) {
        return of(_ -> Optional.empty(), arguments);
    }

    static Run of(Question question, String arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLine(new UninstallCommand(question))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(arguments.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
