package io.porterlb.manager.metrics;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What Linux says of this process, by the names of
/// [Prometheus](https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics). What can't be read is
/// not shown.
final class ProcessMetrics {
    private static final Path SELF = Path.of("/proc/self");

    private ProcessMetrics() {}

    static void register(MetricRegistry registry) {
        gauge(registry, "process_resident_memory_bytes", () -> kilobytes("VmRSS:"));
        gauge(registry, "process_virtual_memory_bytes", () -> kilobytes("VmSize:"));
        gauge(registry, "process_open_fds", ProcessMetrics::openFiles);
        gauge(registry, "process_max_fds", () -> field("limits", "Max open files"));
    }

    /// One figure, of a file of `/proc`.
    private interface Figure {
        OptionalLong read() throws IOException;
    }

    private static void gauge(MetricRegistry registry, String name, Figure figure) {
        registry.registerGauge(name, () -> value(figure));
    }

    private static @Nullable Long value(Figure figure) {
        try {
            OptionalLong value = figure.read();
            return value.isPresent() ? value.getAsLong() : null;
        } catch (IOException _) {
            return null;
        }
    }

    private static OptionalLong kilobytes(String name) throws IOException {
        return field("status", name).stream().map(value -> value * 1024).findFirst();
    }

    /// The number after this name; a limit may be `unlimited`.
    private static OptionalLong field(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(SELF.resolve(file));
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip().split("\\s+", 2)[0])
                .filter(text -> text.chars().allMatch(Character::isDigit))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static OptionalLong openFiles() throws IOException {
        try (Stream<Path> files = Files.list(SELF.resolve("fd"))) {
            return OptionalLong.of(files.count());
        }
    }
}
