package io.porterlb.test.e2e.conformance;

import io.porterlb.test.e2e.conformance.SpecResult.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is known of every spec of a cell. The file that it is written to is also the memory from which an interrupted
/// run goes on. A value.
///
/// @param results one for each spec, in the suite's order
record CellReport(Cell cell, List<SpecResult> results) {
    private static final String NOT_YET = "not run yet";

    CellReport {
        results = List.copyOf(results);
    }

    /// A report of these specs, with what the file says of them if it is there.
    static CellReport of(Cell cell, List<Spec> suite, Path file) {
        Map<Spec, SpecResult> known = Files.exists(file)
                ? JunitXml.read(file).stream()
                        .filter(SpecResult::isFinal)
                        .collect(Collectors.toMap(SpecResult::spec, Function.identity()))
                : Map.of();
        return new CellReport(
                cell,
                suite.stream()
                        .filter(cell.selection()::takes)
                        .map(spec -> known.getOrDefault(spec, notYet(cell, spec)))
                        .toList());
    }

    private static SpecResult notYet(Cell cell, Spec spec) {
        return SpecResult.notRun(spec, cell.announcing().rulesOut(spec).orElse(NOT_YET));
    }

    /// Those of the specs asked for that can hold in this cell and have no result, the long ones first.
    List<Spec> due(Predicate<Spec> asked) {
        return results.stream()
                .filter(result -> !result.isFinal())
                .map(SpecResult::spec)
                .filter(asked.and(this::canHold))
                .sorted(Comparator.comparing(Spec::isLong).reversed())
                .toList();
    }

    private boolean canHold(Spec spec) {
        return cell.announcing().rulesOut(spec).isEmpty();
    }

    /// The same with another result for one spec.
    CellReport with(SpecResult news) {
        return new CellReport(
                cell,
                results.stream()
                        .map(old -> old.spec().equals(news.spec()) ? news : old)
                        .toList());
    }

    /// The same where what is still due has a reason for not having been run.
    CellReport withoutDue(Predicate<Spec> asked, String why) {
        CellReport report = this;
        for (Spec spec : due(asked)) {
            report = report.with(SpecResult.notRun(spec, why));
        }
        return report;
    }

    /// Whether all specs asked for have passed, but for those that can't hold in this cell.
    boolean isWell(Predicate<Spec> asked) {
        return results.stream()
                .filter(result -> asked.and(this::canHold).test(result.spec()))
                .allMatch(result -> result.outcome() == Outcome.PASSED);
    }

    void write(Path file) {
        JunitXml.write(file, cell.toString(), results);
    }
}
