package io.porterlb.images.program;

import io.porterlb.images.process.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A program's Maven module after `mvn package`.
///
/// @param target its build folder
public record BuiltModule(Path target) {
    /// A module of this source tree.
    ///
    /// @param folder below the tree's root
    public static BuiltModule of(Path sources, String folder) {
        return new BuiltModule(sources.resolve(folder).resolve("target"));
    }

    /// Its own jar and those that it needs, in the order of their names.
    ///
    /// @throws ImageException if it is not built
    public List<Path> jars() {
        try (Stream<Path> own = Files.list(target);
                Stream<Path> others = Files.list(target.resolve("lib"))) {
            List<Path> jars = Stream.concat(own, others)
                    .filter(f -> f.toString().endsWith(".jar"))
                    .sorted(java.util.Comparator.comparing(Path::getFileName))
                    .toList();
            if (jars.size() > 1) {
                return jars;
            }
        } catch (IOException _) {
            // the same as no jar
        }
        throw new ImageException("no jars in " + target + ": build it first, as hack/image does");
    }

    /// What the build says that the program is made of, in CycloneDX's JSON.
    public Path bom() {
        return target.resolve("bom.json");
    }
}
