package io.porterlb.test.e2e.conformance;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Parallel;
import io.porterlb.test.cluster.process.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// Runs what is due in one cell, and keeps each result as soon as it is there.
///
/// @param folder the cell's
/// @param atOnce how many specs run at the same time: each has a Namespace of its own, and waits for most of its time
record CellRun(Cell cell, Suite suite, Path folder, int atOnce, Progress progress) {
    private static final String REPORT = "junit.xml";

    Path file() {
        return folder.resolve(REPORT);
    }

    /// A failure of the cluster is no spec's: what is due stays so, with the reason.
    CellReport run(Predicate<Spec> asked) {
        var kept = new ReportFile(file(), CellReport.of(cell, suite.specs(), file()));
        List<Spec> due = kept.report().due(asked);
        if (!due.isEmpty()) {
            try {
                run(due, kept);
            } catch (RuntimeException e) {
                kept.change(
                        report -> report.withoutDue(asked, Objects.requireNonNullElse(e.getMessage(), e.toString())));
            }
        }
        return kept.report();
    }

    private void run(List<Spec> due, ReportFile kept) {
        try (KubernetesCluster cluster = TestBed.start(cell, progress)) {
            Parallel.each(due, atOnce, spec -> {
                progress.says("%s: %s".formatted(cell, spec.title()));
                SpecResult result = suite.run(spec, cluster, folder);
                kept.change(report -> report.with(result));
            });
        }
    }
}
