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
///
/// @param lasting whether results may be taken up again: of a tree with changes that are in no commit, nobody
///     knows later what they are results of
record ResultFolder(Path folder, boolean lasting) {
    /// Of the commit that is checked out.
    static ResultFolder current() {
        String commit = git("rev-parse", "--short=12", "HEAD").strip();
        boolean clean = git("status", "--porcelain").isEmpty();
        Path all = SourceTree.root().resolve("target/conformance");
        return new ResultFolder(all.resolve(clean ? commit : commit + "-changed"), clean);
    }

    private static String git(String... words) {
        var command = new ArrayList<>(List.of("git", "-C", SourceTree.root().toString()));
        command.addAll(List.of(words));
        return Command.of(command).run();
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
