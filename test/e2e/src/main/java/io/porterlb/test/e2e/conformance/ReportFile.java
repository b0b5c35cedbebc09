package io.porterlb.test.e2e.conformance;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// A report and its file, which is always as the report is. For any thread.
final class ReportFile {
    private final Path file;

    private CellReport report;

    ReportFile(Path file, CellReport report) {
        this.file = file;
        this.report = report;
        report.write(file);
    }

    synchronized CellReport report() {
        return report;
    }

    synchronized void change(UnaryOperator<CellReport> change) {
        report = change.apply(report);
        report.write(file);
    }
}
