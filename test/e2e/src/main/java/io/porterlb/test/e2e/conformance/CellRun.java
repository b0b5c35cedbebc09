package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// Runs what is due in one cell, and keeps each result as soon as it is there.
///
/// @param folder the cell's
record CellRun(Cell cell, Suite suite, Path folder, Progress progress) {
    private static final String REPORT = "junit.xml";

    Path file() {
        return folder.resolve(REPORT);
    }

    /// A failure of the cluster is no spec's: what is due stays so, with the reason.
    CellReport run(Predicate<Spec> asked) {
        CellReport known = CellReport.of(cell, suite.specs(), file());
        CellReport report = known.due(asked).isEmpty() ? known : runDue(known, asked);
        report.write(file());
        return report;
    }

    private CellReport runDue(CellReport known, Predicate<Spec> asked) {
        CellReport report = known;
        List<Spec> due = known.due(asked);
        try (KubernetesCluster cluster = TestBed.start(cell, progress)) {
            for (int i = 0; i < due.size(); i++) {
                progress.says("%s, %d of %d: %s"
                        .formatted(cell, i + 1, due.size(), due.get(i).title()));
                report = report.with(suite.run(due.get(i), cluster, folder));
                report.write(file());
            }
            return report;
        } catch (RuntimeException e) {
            return report.withoutDue(asked, Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }
    }
}
