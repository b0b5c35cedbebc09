package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.cluster.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The built programs of one Kubernetes version, in a cache folder that has the version in its name.
///
/// @param folder where they are
public record KubernetesPrograms(Path folder) {
    private static final Pattern REQUIRED =
            Pattern.compile("^(?:require )?\\s*k8s\\.io/kubernetes (v\\d+\\.\\d+\\.\\d+)\\b", Pattern.MULTILINE);
    private static final Duration BUILD_LIMIT = Duration.ofMinutes(30);

    public Path file(KubernetesProgram program) {
        return folder.resolve(program.fileName());
    }

    /// The programs, built first where they are not there. Two callers at once, in this process or another, don't
    /// collide: the second one waits.
    public static KubernetesPrograms get(Progress progress) {
        Path module = SourceTree.root().resolve("hack/kubernetes");
        String version = version(read(module.resolve("go.mod")));
        var programs = new KubernetesPrograms(Cache.folder("kubernetes-" + version));
        if (!programs.missing().isEmpty()) {
            programs.build(module, version, progress);
        }
        return programs;
    }

    /// The Kubernetes version that a go.mod requires, with its v.
    static String version(String goMod) {
        Matcher matcher = REQUIRED.matcher(goMod);
        if (!matcher.find()) {
            throw new IllegalStateException("hack/kubernetes/go.mod requires no version of k8s.io/kubernetes");
        }
        return matcher.group(1);
    }

    /// The programs where they are or will be, without building anything.
    public static KubernetesPrograms installed() {
        String goMod = read(SourceTree.root().resolve("hack/kubernetes/go.mod"));
        return new KubernetesPrograms(Cache.folder("kubernetes-" + version(goMod)));
    }

    private List<KubernetesProgram> missing() {
        return Arrays.stream(KubernetesProgram.values())
                .filter(program -> !Files.isExecutable(file(program)))
                .toList();
    }

    private void build(Path module, String version, Progress progress) {
        requireGo();
        try (FileLock _ = FileLock.take(folder.resolve(".lock"))) {
            List<KubernetesProgram> missing = missing();
            for (int i = 0; i < missing.size(); i++) {
                KubernetesProgram program = missing.get(i);
                progress.says("building %s (%d of %d, about %s on 2 cores) ..."
                        .formatted(program.fileName(), i + 1, missing.size(), program.buildTime()));
                build(module, version, program);
            }
        }
    }

    private static void requireGo() {
        CommandResult which = Command.of("sh", "-c", "command -v go").result();
        if (which.exitStatus() != 0) {
            throw new MissingPrerequisiteException(
                    "Go is missing: install Go 1.25 or newer and put it on PATH, since the cluster's programs are built from source.");
        }
    }

    /// Built under another name and then renamed, so that what is there is always whole.
    private void build(Path module, String version, KubernetesProgram program) {
        Path unfinished = folder.resolve(program.fileName() + ".building");
        Command.of(
                        "env",
                        "CGO_ENABLED=0",
                        "go",
                        "-C",
                        module.toString(),
                        "build",
                        "-trimpath",
                        "-ldflags",
                        linkerFlags(version),
                        "-o",
                        unfinished.toString(),
                        program.goPackage())
                .withLimit(BUILD_LIMIT)
                .run();
        try {
            Files.move(unfinished, file(program), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Without a version the components refuse each other.
    static String linkerFlags(String version) {
        String[] numbers = version.substring(1).split("\\.", -1);
        String variable = " -X k8s.io/component-base/version.";
        return "-s -w" + variable + "gitVersion=" + version + variable + "gitMajor=" + numbers[0] + variable
                + "gitMinor=" + numbers[1];
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
