package io.porterlb.porterctl.announcements;

import io.porterlb.kube.agents.RouteAnnouncement.Told;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The rows for people, in columns.
final class Table {
    private static final List<String> HEAD =
            List.of("ADDRESS", "SERVICE", "PROTOCOL", "NODE", "DEVICE/PEERS", "STATE", "SINCE", "NOTE");
    private static final String GAP = "   ";
    private static final String NONE = "-";

    private Table() {}

    /// With a head, each column as wide as its longest entry; nothing at all without rows.
    static List<String> lines(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<List<String>> all = new ArrayList<>(List.of(HEAD));
        rows.stream().map(Table::cells).forEach(all::add);
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(
                        i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.address(),
                orNone(String.join(",", row.services())),
                orNone(row.protocol()),
                row.node().isEmpty() ? "nobody" : row.node(),
                orNone(row.device().isEmpty() ? peers(row) : row.device()),
                orNone(row.state()),
                orNone(seconds(row.since())),
                row.note());
    }

    private static String peers(Row row) {
        return row.peers().stream().map(Told::peer).collect(Collectors.joining(","));
    }

    private static String orNone(String cell) {
        return cell.isEmpty() ? NONE : cell;
    }

    private static String seconds(String time) {
        try {
            return Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
        } catch (DateTimeParseException _) {
            return time;
        }
    }
}
