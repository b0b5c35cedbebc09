package io.porterlb.test.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.cluster.process.Progress;
import io.porterlb.test.cluster.programs.E2eSuite;
import io.porterlb.test.e2e.conformance.SpecResult.Outcome;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// One cell of `hack/conformance`, but for the specs that take a quarter of an hour each.
@Tag("cluster")
class LoadBalancerSpecsTest {
    private static final int AT_ONCE = 4;
    private static final Progress PROGRESS = step -> System.out.println("-- " + step);
    private static final Predicate<Spec> ASKED = Predicate.not(Spec::isLong);

    @TestFactory
    Stream<DynamicTest> passes(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        var run = new CellRun(Cell.BGP_PORTS_IPTABLES, new Suite(E2eSuite.get(PROGRESS)), folder, AT_ONCE, PROGRESS);
        CellReport report = run.run(ASKED);
        System.out.println(Table.of(report));
        return report.results().stream()
                .filter(result -> ASKED.test(result.spec()))
                .map(result -> DynamicTest.dynamicTest(
                        result.spec().title(), () -> assertEquals(Outcome.PASSED, result.outcome(), result.text())));
    }
}
