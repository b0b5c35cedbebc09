package io.porterlb.test.cluster.process;

import java.util.List;

/// A command ended with another exit status than 0. The message holds the command, its status and what it said.
public final class CommandFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CommandResult result;

    CommandFailedException(List<String> command, CommandResult result) {
        super("\"" + String.join(" ", command) + "\" ended with exit status " + result.exitStatus() + ": "
                + said(result));
        this.result = result;
    }

    private static String said(CommandResult result) {
        String text = (result.error().isBlank() ? result.output() : result.error()).strip();
        return text.isEmpty() ? "it printed nothing" : text;
    }

    public CommandResult result() {
        return result;
    }
}
