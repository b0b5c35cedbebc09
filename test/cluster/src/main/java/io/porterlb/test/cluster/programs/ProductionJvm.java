package io.porterlb.test.cluster.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The JVM of our programs as they run in production: small, quick to start, without warnings.
public final class ProductionJvm {
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx64m",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:MaxMetaspaceSize=64m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dio.netty.allocator.type=unpooled");

    private ProductionJvm() {}

    /// The words that start a program of a built module, on that module's class path.
    ///
    /// @param target the module's build folder
    public static List<String> command(Path target, String mainClass, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*", mainClass));
        words.addAll(List.of(arguments));
        return words;
    }
}
