package io.porterlb.test.cluster.programs;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the checked-out repository that this program was built from: the system property `porterlb.root` (set by the
/// build and by the scripts in `hack/`), else the working directory or a folder above it.
public final class SourceTree {
    private static final String MARK = "hack/kubernetes/go.mod";

    private SourceTree() {}

    public static Path root() {
        Path start = Path.of(System.getProperty("porterlb.root", "")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(MARK))) {
                return folder;
            }
        }
        throw new MissingPrerequisiteException("No PorterLB source tree (a folder with " + MARK + ") at or above "
                + start + ": start this inside one.");
    }
}
