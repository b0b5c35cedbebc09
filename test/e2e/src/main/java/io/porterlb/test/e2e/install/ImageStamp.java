package io.porterlb.test.e2e.install;

import io.porterlb.images.program.ProgramImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What images are made of, as one hash: the programs' jars, how they are started, the JDK, and what builds images.
///
/// @param hash in hexadecimal
record ImageStamp(String hash) {
    private static final String FILE = ".made-of";

    /// Of a checkout after a build.
    static ImageStamp of(Path sources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            for (Path file : inputs(sources)) {
                digest.update(sources.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            }
            return new ImageStamp(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> inputs(Path sources) {
        Stream<Path> programs = Stream.of(ProgramImage.values())
                .map(program -> sources.resolve(program.module()).resolve("target"))
                .flatMap(target -> Stream.concat(files(target, 1), files(target.resolve("lib"), 1)))
                .filter(file -> file.toString().endsWith(".jar"));
        Path images = sources.resolve("images");
        Stream<Path> builder = Stream.of("java.options", "classes", "target/classes")
                .flatMap(name -> files(images.resolve(name), Integer.MAX_VALUE));
        return Stream.concat(programs, builder).sorted().toList();
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> files = Files.find(folder, depth, (_, attributes) -> attributes.isRegularFile())) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " is missing: build first (mvn package -DskipTests)", e);
        }
    }

    boolean isIn(Path folder) {
        try {
            return Files.exists(folder.resolve(FILE))
                    && Files.readString(folder.resolve(FILE)).equals(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Before what it stands for is changed.
    static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path folder) {
        try {
            Files.writeString(folder.resolve(FILE), hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
