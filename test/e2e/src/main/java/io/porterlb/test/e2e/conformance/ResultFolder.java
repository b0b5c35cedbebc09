package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.e2e.install.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the results of one commit are kept: `target/conformance/COMMIT`, a folder for each cell.
record ResultFolder(Path folder) {
    private static final String CHANGED = "-changed";

    /// Of the commit that is checked out.
    static ResultFolder current() {
        String commit = git("rev-parse", "--short=12", "HEAD").strip();
        boolean changed = !git("status", "--porcelain").isEmpty();
        return new ResultFolder(
                SourceTree.root().resolve("target/conformance").resolve(commit + (changed ? CHANGED : "")));
    }

    private static String git(String... words) {
        var command = new ArrayList<>(List.of("git", "-C", SourceTree.root().toString()));
        command.addAll(List.of(words));
        return Command.of(command).run();
    }

    /// Whether results may be taken up again: with changes that are in no commit, nobody knows what they are results
    /// of.
    boolean isLasting() {
        return !folder.toString().endsWith(CHANGED);
    }

    /// The folder of a cell, made where it is not there.
    Path of(Cell cell) {
        try {
            return Files.createDirectories(folder.resolve(cell.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Forgets what is kept of a cell.
    void forget(Cell cell) {
        Command.of("rm", "-rf", "--", folder.resolve(cell.toString()).toString())
                .run();
    }
}
