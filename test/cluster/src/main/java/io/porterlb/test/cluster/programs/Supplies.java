package io.porterlb.test.cluster.programs;

import io.porterlb.test.cluster.process.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a cluster is made of, ready on this machine.
///
/// @param programs the Kubernetes programs
/// @param images docker-archive files that every node needs
public record Supplies(KubernetesPrograms programs, List<Path> images) {
    public Supplies {
        images = List.copyOf(images);
    }

    /// The same with one more image.
    public Supplies with(Path image) {
        var more = new ArrayList<>(images);
        more.add(image);
        return new Supplies(programs, more);
    }

    /// Whether we are root, which namespaces, mounts and packages need.
    public static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Installs packages and builds programs and images where they are missing.
    ///
    /// @throws MissingPrerequisiteException for what can't be installed
    public static Supplies prepare(Progress progress) {
        if (!isRoot()) {
            throw new MissingPrerequisiteException(
                    "Root is needed, for network namespaces, mounts and control groups: run this with sudo.");
        }
        DebianPackages.install(progress);
        KubernetesPrograms programs = KubernetesPrograms.get(progress);
        Helm.get(progress);
        return new Supplies(programs, ImageArchives.get(programs, progress));
    }
}
