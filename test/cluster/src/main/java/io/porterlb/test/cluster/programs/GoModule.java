package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Go module of ours that pins other people's programs: a folder below `hack/` with a go.mod.
///
/// @param folder where the go.mod is
record GoModule(Path folder) {
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(30);

    static GoModule of(String name) {
        return new GoModule(SourceTree.root().resolve("hack").resolve(name));
    }

    /// The version of a module that it requires, with its v.
    String version(String required) {
        return version(text(), required);
    }

    static String version(String goMod, String required) {
        Matcher matcher = Pattern.compile(
                        "^(?:require )?\\s*" + Pattern.quote(required) + " (v\\d+\\.\\d+\\.\\d+)\\b", Pattern.MULTILINE)
                .matcher(goMod);
        if (!matcher.find()) {
            throw new IllegalStateException("go.mod requires no version of " + required);
        }
        return matcher.group(1);
    }

    private String text() {
        try {
            return Files.readString(folder.resolve("go.mod"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireGo() {
        CommandResult which = Command.of("sh", "-c", "command -v go").result();
        if (which.exitStatus() != 0) {
            throw new MissingPrerequisiteException(
                    "Go is missing: install Go 1.25 or newer and put it on PATH, since the cluster's programs are built from source.");
        }
    }

    /// Where the source of a package is, for what lies beside it.
    Path source(String goPackage) {
        String folder = Command.of("go", "-C", this.folder.toString(), "list", "-f", "{{.Dir}}", goPackage)
                .withLimit(BUILD_LIMIT)
                .run();
        return Path.of(folder.strip());
    }

    /// Builds a program.
    void build(String goPackage, String linkerFlags, Path file) {
        build(List.of("build"), goPackage, linkerFlags, file);
    }

    /// Builds a package's tests as a program.
    void buildTests(String goPackage, String linkerFlags, Path file) {
        build(List.of("test", "-c"), goPackage, linkerFlags, file);
    }

    /// Under another name, to be renamed then, so that what is there is always whole.
    private void build(List<String> verb, String goPackage, String linkerFlags, Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".building");
        var words = new ArrayList<>(List.of("env", "CGO_ENABLED=0", "go", "-C", folder.toString()));
        words.addAll(verb);
        words.addAll(List.of("-trimpath", "-ldflags", linkerFlags, "-o", unfinished.toString(), goPackage));
        Command.of(words).withLimit(BUILD_LIMIT).run();
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
