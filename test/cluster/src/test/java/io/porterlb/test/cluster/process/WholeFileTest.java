package io.porterlb.test.cluster.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final int WRITES = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readersFindTheOldContentOrTheNewOneAndNeverAPart() throws Exception {
        Path file = folder.resolve("a/b.json");
        Set<String> contents = Set.of("a".repeat(10_000), "b".repeat(20_000));
        WholeFile.write(file, contents.iterator().next());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit((Callable<Void>) () -> {
                for (int i = 0; i < WRITES; i++) {
                    for (String content : contents) {
                        WholeFile.write(file, content);
                    }
                }
                return null;
            });
            while (!writer.isDone()) {
                assertTrue(contents.contains(Files.readString(file)), "a part of the content was read");
            }
            writer.get();
        }
        assertEquals(1, folder.resolve("a").toFile().list().length);
    }
}
