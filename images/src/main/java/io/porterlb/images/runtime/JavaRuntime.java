package io.porterlb.images.runtime;

import io.porterlb.images.process.Tool;
import io.porterlb.images.root.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A Java runtime of those modules that the programs need, made by jlink(1) from the JDK that this program runs on.
public final class JavaRuntime {
    /// Where it is in an image.
    public static final String HOME = "/opt/java";

    /// The program `java` of an image.
    public static final String LAUNCHER = HOME + "/bin/java";

    private JavaRuntime() {}

    /// The modules, as `modules.txt` lists them: what jdeps(1) names for our jars and theirs, without java.desktop and
    /// java.xml's users among what is never called.
    public static List<String> modules() {
        try (InputStream file = JavaRuntime.class.getResourceAsStream("modules.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts it into an image. The trusted certificates are the JDK's.
    ///
    /// @param work a folder that does not exist yet
    public static void add(Root root, Path work) {
        Tool.run(
                tool("jlink"),
                "--add-modules",
                String.join(",", modules()),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress=zip-6",
                "--output",
                work.toString());
        root.copyAll(work, HOME);
        dropUnused(root);
    }

    /// What starts jar files by a double click, and what reads an image of modules from outside.
    private static void dropUnused(Root root) {
        for (String unused : List.of("/lib/jexec", "/lib/jrt-fs.jar", "/bin/keytool", "/lib/classlist")) {
            try {
                Files.deleteIfExists(root.at(HOME + unused));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A tool of the JDK that this program runs on.
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /// What the runtime was made from: vendor and version, for instance `Eclipse Adoptium`, `25.0.3+9-LTS`.
    public static List<String> origin() {
        return Arrays.asList(
                System.getProperty("java.vendor"), Runtime.version().toString());
    }
}
