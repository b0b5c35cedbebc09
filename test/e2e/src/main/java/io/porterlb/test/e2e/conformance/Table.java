package io.porterlb.test.e2e.conformance;

import java.util.stream.Collectors;

/// A cell's report for people: a line a spec.
final class Table {
    private Table() {}

    static String of(CellReport report) {
        return report.results().stream().map(Table::line).collect(Collectors.joining("\n", report.cell() + "\n", "\n"));
    }

    private static String line(SpecResult result) {
        String title = result.spec().title();
        return switch (result.outcome()) {
            case PASSED -> "  ok      %5d s  %s".formatted(result.time().toSeconds(), title);
            case FAILED -> "  FAILED  %5d s  %s (%s)".formatted(result.time().toSeconds(), title, reason(result));
            case NOT_RUN -> "  NOT RUN          %s (%s)".formatted(title, reason(result));
        };
    }

    /// The rest is in the report.
    private static String reason(SpecResult result) {
        return result.text().lines().findFirst().orElse("");
    }
}
