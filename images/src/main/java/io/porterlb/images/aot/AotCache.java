package io.porterlb.images.aot;

import io.porterlb.images.process.ImageException;
import io.porterlb.images.program.ProgramFiles;
import io.porterlb.images.program.Sandbox;
import io.porterlb.images.root.Root;
import io.porterlb.images.runtime.JavaRuntime;
import io.porterlb.images.training.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes an AOT cache in two steps, so that the same sources give the same bytes: a training run lists the
/// classes that a program loads, and the JVM makes the cache of the sorted list. What the usual way
/// (`-XX:AOTCacheOutput`) has besides, profiles for the optimizing compiler, differs from run to run; our
/// programs run without that compiler.
public final class AotCache {
    private static final String LIST = "classes.lst";
    private static final String ARCHIVE = "app.aot";
    private static final int MOST_TRIES = 4;

    private AotCache() {}

    /// The classes that a program loads.
    ///
    /// @param run in an image that does not use a cache yet
    public static ClassList train(TrainingRun run) {
        List<String> java = List.of(
                JavaRuntime.LAUNCHER,
                "-XX:DumpLoadedClassList=/tmp/" + LIST,
                "@" + ProgramFiles.OPTIONS,
                run.program().mainClass());
        try {
            return ClassList.of(Files.readAllLines(run.run(java).tmp().resolve(LIST)));
        } catch (IOException e) {
            throw new UncheckedIOException("the training run left no list of classes", e);
        }
    }

    /// Puts a cache of these classes into an image: the first that comes twice.
    ///
    /// @param root the image, whose files have their final times
    /// @param tmp an empty folder
    /// @throws ImageException with the JVM's words if it makes none
    public static void make(Root root, ClassList classes, Path tmp) {
        try {
            Files.write(tmp.resolve(LIST), classes.lines());
            Files.write(root.at(ProgramFiles.CACHE), twice(root, tmp));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] twice(Root root, Path tmp) throws IOException {
        Dump last = dump(root, tmp);
        for (int made = 2; made <= MOST_TRIES; made++) {
            Dump next = dump(root, tmp);
            Optional<byte[]> archive = ArchiveClock.stop(last, next);
            if (archive.isPresent()) {
                return archive.get();
            }
            last = next;
        }
        throw new ImageException("the JVM made " + MOST_TRIES + " AOT caches of the same classes, all different");
    }

    private static Dump dump(Root root, Path tmp) throws IOException {
        long before = ArchiveClock.now();
        new Sandbox(root, tmp, tmp)
                .run(List.of(
                        JavaRuntime.LAUNCHER,
                        "-Xshare:dump",
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=/tmp/" + LIST,
                        "-XX:SharedArchiveFile=/tmp/" + ARCHIVE,
                        "@" + ProgramFiles.OPTIONS,
                        // No garbage collection meanwhile, which would let the clock of soft references go on
                        "-Xms512m",
                        "-Xmx512m"));
        return new Dump(Files.readAllBytes(tmp.resolve(ARCHIVE)), before, ArchiveClock.now());
    }
}
