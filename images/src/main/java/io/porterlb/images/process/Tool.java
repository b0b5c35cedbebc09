package io.porterlb.images.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program of this machine that runs to its end.
public final class Tool {
    private Tool() {}

    /// Runs it and gives what it printed, on standard output and standard error.
    ///
    /// @throws ImageException with what it printed, if it can't be started or its exit status is not 0
    public static String run(List<String> words) {
        Result result = result(words);
        if (result.status != 0) {
            throw new ImageException("\"" + String.join(" ", words) + "\" failed with status " + result.status + ":\n"
                    + result.output.strip());
        }
        return result.output;
    }

    /// Runs it, whatever its exit status.
    ///
    /// @throws ImageException if it can't be started
    public static Result result(List<String> words) {
        String command = String.join(" ", words);
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new ImageException("can't run \"" + command + "\": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("\"" + command + "\" was interrupted", e);
        }
    }

    /// See [#run(List)].
    public static String run(String... words) {
        return run(List.of(words));
    }

    /// What a program left.
    public record Result(int status, String output) {}
}
