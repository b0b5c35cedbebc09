package io.porterlb.test.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that runs to its end, with what it printed. A value; `run` may be called from any thread, many times.
///
/// @param words the program and its arguments; no shell in between
/// @param input what it reads on standard input
/// @param limit it is ended with SIGKILL, and counts as failed, after this time
public record Command(List<String> words, String input, Duration limit) {
    private static final Duration USUAL_LIMIT = Duration.ofMinutes(6);

    public Command {
        words = List.copyOf(words);
    }

    public static Command of(String... words) {
        return new Command(List.of(words), "", USUAL_LIMIT);
    }

    public static Command of(List<String> words) {
        return new Command(words, "", USUAL_LIMIT);
    }

    public Command withInput(String text) {
        return new Command(words, text, limit);
    }

    public Command withLimit(Duration time) {
        return new Command(words, input, time);
    }

    /// Runs it and gives its standard output.
    ///
    /// @throws CommandFailedException where the exit status is not 0
    public String run() {
        CommandResult result = result();
        if (result.exitStatus() != 0) {
            throw new CommandFailedException(words, result);
        }
        return result.output();
    }

    /// Runs it, whatever its exit status.
    public CommandResult result() {
        try {
            Path output = Files.createTempFile("porterlb-", ".out");
            Path error = Files.createTempFile("porterlb-", ".err");
            try {
                int status = statusOf(start(output, error));
                return new CommandResult(status, Files.readString(output), Files.readString(error));
            } finally {
                Files.delete(output);
                Files.delete(error);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't run \"" + String.join(" ", words) + "\": " + e.getMessage(), e);
        }
    }

    private Process start(Path output, Path error) throws IOException {
        return new ProcessBuilder(words)
                .redirectOutput(output.toFile())
                .redirectError(error.toFile())
                .start();
    }

    private int statusOf(Process process) throws IOException {
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException programDoesNotRead) {
            // Its exit status tells whether that was a fault.
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end after " + limit.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
