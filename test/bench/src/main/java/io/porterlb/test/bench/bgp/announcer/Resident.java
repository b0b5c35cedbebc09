package io.porterlb.test.bench.bgp.announcer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Resident memory of a process (proc(5), VmRSS).
final class Resident {
    private static final String FIELD = "VmRSS:";

    private Resident() {}

    /// In KiB.
    static long of(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            String line = lines.filter(l -> l.startsWith(FIELD)).findFirst().orElseThrow();
            return Long.parseLong(
                    line.substring(FIELD.length()).replace("kB", "").strip());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the memory of process " + pid + ": " + e.getMessage(), e);
        }
    }
}
