package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The built programs of one Kubernetes version, in a cache folder that has the version in its name.
///
/// @param folder where they are
public record KubernetesPrograms(Path folder) {
    private static final String MODULE = "k8s.io/kubernetes";

    public Path file(KubernetesProgram program) {
        return folder.resolve(program.fileName());
    }

    /// The programs, built first where they are not there. Two callers at once, in this process or another, don't
    /// collide: the second one waits.
    public static KubernetesPrograms get(Progress progress) {
        KubernetesPrograms programs = installed();
        if (!programs.missing().isEmpty()) {
            programs.build(progress);
        }
        return programs;
    }

    /// The programs where they are or will be, without building anything.
    public static KubernetesPrograms installed() {
        return new KubernetesPrograms(Cache.folder("kubernetes-" + version()));
    }

    private static String version() {
        return module().version(MODULE);
    }

    static GoModule module() {
        return GoModule.of("kubernetes");
    }

    private List<KubernetesProgram> missing() {
        return Arrays.stream(KubernetesProgram.values())
                .filter(program -> !Files.isExecutable(file(program)))
                .toList();
    }

    private void build(Progress progress) {
        GoModule.requireGo();
        GoModule module = module();
        String flags = linkerFlags();
        try (FileLock _ = FileLock.take(folder.resolve(".lock"))) {
            List<KubernetesProgram> missing = missing();
            for (int i = 0; i < missing.size(); i++) {
                KubernetesProgram program = missing.get(i);
                progress.says("building %s (%d of %d, about %s on 2 cores) ..."
                        .formatted(program.fileName(), i + 1, missing.size(), program.buildTime()));
                module.build(program.goPackage(), flags, file(program));
            }
        }
    }

    static String linkerFlags() {
        return linkerFlags(version());
    }

    /// Without a version the components refuse each other.
    static String linkerFlags(String version) {
        String[] numbers = version.substring(1).split("\\.", -1);
        String variable = " -X k8s.io/component-base/version.";
        return "-s -w" + variable + "gitVersion=" + version + variable + "gitMajor=" + numbers[0] + variable
                + "gitMinor=" + numbers[1];
    }
}
