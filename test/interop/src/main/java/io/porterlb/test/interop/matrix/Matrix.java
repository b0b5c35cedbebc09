package io.porterlb.test.interop.matrix;

import io.porterlb.test.cluster.router.RouterKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// What came of each row, with each kind of router, in this run of the tests: a Markdown table. For any thread.
final class Matrix implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Matrix.class);
    private static final Path FILE = Path.of("target", "interop-matrix.md");

    private final Map<Row, Map<RouterKind, String>> rows = new TreeMap<>();

    /// @param topic what it is about, as a heading
    /// @param promise with the peering
    record Row(String topic, String promise) implements Comparable<Row> {
        private static final Comparator<Row> ORDER =
                Comparator.comparing(Row::topic).thenComparing(Row::promise);

        @Override
        public int compareTo(Row other) {
            return ORDER.compare(this, other);
        }
    }

    Matrix() {}

    /// The one of this run, which is written when its last test has ended.
    static Matrix of(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Matrix.class, _ -> new Matrix(), Matrix.class);
    }

    synchronized void enter(Row row, RouterKind kind, String outcome) {
        rows.computeIfAbsent(row, _ -> new EnumMap<>(RouterKind.class)).put(kind, outcome);
    }

    /// A cell that nothing was entered into says so.
    synchronized String text(Map<RouterKind, String> versions) {
        var text = new StringBuilder("| topic | row |");
        Stream.of(RouterKind.values()).forEach(kind -> text.append(" " + kind + " " + versions.get(kind) + " |"));
        text.append("\n|---|---|---|---|---|\n");
        rows.forEach((row, cells) -> {
            text.append("| " + row.topic() + " | " + row.promise() + " |");
            Stream.of(RouterKind.values())
                    .forEach(kind -> text.append(" " + cells.getOrDefault(kind, "NOT RUN") + " |"));
            text.append("\n");
        });
        return text.toString();
    }

    @Override
    public void close() {
        try {
            Files.writeString(
                    FILE,
                    text(Stream.of(RouterKind.values()).collect(Collectors.toMap(kind -> kind, RouterKind::version))));
        } catch (IOException e) {
            throw new UncheckedIOException("can't write " + FILE.toAbsolutePath() + ": " + e.getMessage(), e);
        }
    }
}
