package io.porterlb.test.e2e.install;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where things are in the checkout that is tested. The system property `porterlb.root` names it; the scripts
/// in `hack/` and the build set it.
public final class SourceTree {
    private SourceTree() {}

    public static Path root() {
        String root = System.getProperty("porterlb.root");
        if (root == null) {
            throw new IllegalStateException("the system property porterlb.root must name the checkout");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    /// A file or folder of the checkout.
    ///
    /// @throws IllegalStateException if it is not there
    public static Path path(String relative) {
        Path path = root().resolve(relative);
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is missing: build first (mvn package -DskipTests)");
        }
        return path;
    }
}
