package io.porterlb.test.cluster.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The JVM of our programs as they run in production: small, quick to start, without warnings.
public final class ProductionJvm {
    /// The flags of the images, one a line.
    private static final String FLAGS = "images/java.options";

    /// In a container the heap follows its memory limit; these processes have none.
    private static final String HEAP = "-Xmx64m";

    private ProductionJvm() {}

    /// The words that start a program of a built module, on that module's class path.
    ///
    /// @param target the module's build folder
    public static List<String> command(Path target, String mainClass, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(flags());
        words.add(HEAP);
        words.addAll(List.of("-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*", mainClass));
        words.addAll(List.of(arguments));
        return words;
    }

    private static List<String> flags() {
        try (Stream<String> lines = Files.lines(SourceTree.root().resolve(FLAGS))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
