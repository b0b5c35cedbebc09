package io.porterlb.images.program;

import io.porterlb.images.root.Root;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The program itself in an image: jars, and how they are started.
public final class ProgramFiles {
    /// The argument file of `java`: flags and class path.
    public static final String OPTIONS = "/app/java.options";

    /// The class path's jars.
    public static final String JARS = "/app/lib";

    /// The AOT cache, of [JEP 514](https://openjdk.org/jeps/514).
    public static final String CACHE = "/app/app.aot";

    /// One of the places where the JVM looks for native libraries by itself.
    private static final String NATIVE_LIBRARIES = "/usr/lib";

    private ProgramFiles() {}

    /// Puts a built program into an image.
    ///
    /// @param flags the lines of the file of flags
    public static void add(Root root, BuiltModule module, List<String> flags) {
        module.jars().forEach(jar -> root.copy(jar, JARS + "/" + jar.getFileName()));
        module.jars().forEach(jar -> addNativeLibraries(root, jar));
        String classPath = module.jars().stream()
                .map(jar -> JARS + "/" + jar.getFileName())
                .collect(Collectors.joining(":"));
        root.write(
                OPTIONS,
                Stream.concat(flags.stream(), Stream.of("-cp", classPath)).collect(Collectors.joining("\n", "", "\n")));
    }

    /// Lets the program start from the cache that is in the image now.
    public static void useCache(Root root) {
        try {
            String options = Files.readString(root.at(OPTIONS));
            root.write(OPTIONS, "-XX:AOTCache=" + CACHE + "\n" + options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Netty unpacks its native library into `/tmp` unless the JVM finds it.
    private static void addNativeLibraries(Root root, Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(ProgramFiles::isNative).toList()) {
                Path target = root.at(
                        NATIVE_LIBRARIES + "/" + Path.of(entry.getName()).getFileName());
                Files.createDirectories(target.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + jar + ": " + e.getMessage(), e);
        }
    }

    private static boolean isNative(ZipEntry entry) {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String netty = switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "aarch_64";
            default -> architecture;
        };
        return entry.getName().startsWith("META-INF/native/") && entry.getName().endsWith("_" + netty + ".so");
    }
}
