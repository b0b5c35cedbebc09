package io.porterlb.test.bench.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures for people: one line each, ours first, then the goal, the others, and ours by the best of these.
public final class Table {
    private static final int DIGITS_UP_TO = 100;

    private Table() {}

    public static String of(List<Figure> figures) {
        List<String> others = figures.stream()
                .map(figure -> figure.compared().keySet())
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        rows.add(head(others));
        figures.forEach(figure -> rows.add(row(figure, others)));
        return rows.stream().map(row -> line(row, widths(rows))).collect(Collectors.joining());
    }

    private static List<String> head(List<String> others) {
        List<String> head = new ArrayList<>(List.of("figure", "unit", "PorterLB", "goal", ""));
        head.addAll(others);
        head.add("ours/best");
        return head;
    }

    private static List<String> row(Figure figure, List<String> others) {
        List<String> row = new ArrayList<>();
        row.add(figure.bench() + ": " + figure.name());
        row.add(figure.unit());
        row.add(number(figure.value()));
        row.add(number(figure.goal().most()));
        row.add(figure.goal().most().isEmpty() ? "" : figure.ok() ? "ok" : "MISSED");
        for (String other : others) {
            Double value = figure.compared().get(other);
            row.add(value == null ? "-" : number(value));
        }
        row.add(number(figure.ratio()) + (figure.goal().lessIsBetter() ? "" : " (more is better)"));
        return row;
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "-";
    }

    private static String number(double value) {
        boolean whole = value >= DIGITS_UP_TO || value == Math.rint(value);
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", value);
    }

    private static int[] widths(List<List<String>> rows) {
        return IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String format = i < 2 ? "%-" + widths[i] + "s  " : "%" + Math.max(1, widths[i]) + "s  ";
            line.append(String.format(Locale.ROOT, format, row.get(i)));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
