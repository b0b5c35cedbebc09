package io.porterlb.test.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What came of a run.
///
/// @param executions how many inputs were tried; 0 if it ended before
/// @param coverage edges of our code that an input has reached
/// @param inputs how many inputs are worth keeping
/// @param finding whether an input broke a property, threw, or took too long
record FuzzResult(long executions, long coverage, long inputs, boolean finding, Path log) {
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: \\d+ corp: (\\d+)/");

    static FuzzResult of(int exitStatus, Path log) {
        String text = text(log);
        return new FuzzResult(
                last(text, DONE, 1), last(text, COVERAGE, 1), last(text, COVERAGE, 2), exitStatus != 0, log);
    }

    private static long last(String text, Pattern pattern, int group) {
        List<String> all =
                pattern.matcher(text).results().map(found -> found.group(group)).toList();
        return all.isEmpty() ? 0 : Long.parseLong(all.getLast());
    }

    String logText() {
        return text(log);
    }

    /// Octet by octet: inputs are in it as they are.
    private static String text(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return finding
                ? "FINDING: see " + log + " and the finding-* beside it. Make it a unit test, and a file of the corpus"
                : executions + " executions, " + coverage + " edges covered, " + inputs + " inputs";
    }
}
