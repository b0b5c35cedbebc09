package io.porterlb.test.e2e.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.e2e.conformance.SpecResult.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellReportTest {
    private static final Spec FIRST = new Spec("[sig-network] LoadBalancers [Feature:LoadBalancer] a < b & c");
    private static final Spec SECOND = new Spec("[sig-network] LoadBalancers [Feature:LoadBalancer] d");
    private static final Spec ALL_NODES =
            new Spec("[sig-network] ESIPP [Feature:LoadBalancer] should target all nodes with endpoints");
    private static final List<Spec> SUITE = List.of(FIRST, SECOND, ALL_NODES, new Spec("[sig-apps] Job"));

    @TempDir
    private Path folder = Path.of("");

    private Path file() {
        return folder.resolve("junit.xml");
    }

    private CellReport report(Cell cell) {
        return CellReport.of(cell, SUITE, file());
    }

    private static SpecResult result(Spec spec, Outcome outcome, String text) {
        return new SpecResult(spec, outcome, Duration.ofMillis(12_345), text);
    }

    @Test
    void interruptedRunGoesOnWithWhatHasNoResult() {
        SpecResult failed = result(FIRST, Outcome.FAILED, "no answer\nfrom <10.0.0.1>");
        report(Cell.BGP_PORTS_IPTABLES).with(failed).write(file());
        CellReport again = report(Cell.BGP_PORTS_IPTABLES);
        assertEquals(List.of(SECOND, ALL_NODES), again.due(_ -> true));
        assertEquals(failed, again.results().getFirst());
    }

    @Test
    void specThatTheSuiteSkippedIsDueAgain() {
        report(Cell.BGP_PORTS_IPTABLES)
                .with(SpecResult.notRun(SECOND, "skipped - two nodes needed"))
                .write(file());
        assertTrue(report(Cell.BGP_PORTS_IPTABLES).due(_ -> true).contains(SECOND));
    }

    @Test
    void specThatCanNotHoldIsNotRunAndNoFault() {
        CellReport report = report(Cell.BGP_ADDRESSES_NFTABLES)
                .with(result(FIRST, Outcome.PASSED, ""))
                .with(result(SECOND, Outcome.PASSED, ""));
        assertEquals(List.of(), report.due(_ -> true));
        assertTrue(report.isWell(_ -> true));
        assertEquals("""
                bgp-addresses-nftables
                  ok         12 s  LoadBalancers a < b & c
                  ok         12 s  LoadBalancers d
                  NOT RUN          ESIPP should target all nodes with endpoints (one client meets one node where the router\
                 hashes on addresses)
                """, Table.of(report));
    }

    @Test
    void ofLayer2OneClientMeetsOneNode() {
        var local = new Spec("[sig-network] LoadBalancers [Feature:LoadBalancer] should be able to switch session"
                + " affinity for LoadBalancer service with Local traffic policy");
        var cluster = new Spec("[sig-network] LoadBalancers [Feature:LoadBalancer] should be able to switch session"
                + " affinity for LoadBalancer service with Cluster traffic policy");
        var suite = List.of(FIRST, ALL_NODES, local, cluster);
        CellReport report = CellReport.of(Cell.LAYER2_NFTABLES, suite, file());
        assertEquals(List.of(FIRST, cluster), report.due(_ -> true));
        assertTrue(Table.of(report).contains("(every client meets one node where one node answers for an address)"));
    }

    @Test
    void cellIsNotWellWhileASpecAskedForHasNotPassed() {
        CellReport report = report(Cell.BGP_PORTS_IPTABLES).with(result(FIRST, Outcome.PASSED, ""));
        assertFalse(report.isWell(_ -> true));
        assertTrue(report.isWell(FIRST::equals));
        assertFalse(report.with(result(FIRST, Outcome.FAILED, "x")).isWell(FIRST::equals));
    }

    @Test
    void brokenClusterIsWrittenBesideWhatItLeftUndone() {
        CellReport report = report(Cell.BGP_PORTS_IPTABLES)
                .with(result(FIRST, Outcome.PASSED, ""))
                .withoutDue(SECOND::equals, "no API server\nits log");
        assertTrue(Table.of(report).contains("NOT RUN          LoadBalancers d (no API server)\n"));
        assertTrue(Table.of(report).contains("ESIPP should target all nodes with endpoints (not run yet)\n"));
    }

    /// As Ginkgo 2.27 writes it.
    @Test
    void reportOfTheSuiteIsReadWithoutItsSetUp() throws Exception {
        Files.writeString(file(), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites tests="3"><testsuite name="Kubernetes e2e suite" package="/" tests="3">
                <properties><property name="FocusStrings" value="x"></property></properties>
                <testcase name="[SynchronizedBeforeSuite]" classname="Kubernetes e2e suite" status="passed" time="0.4"/>
                <testcase name="[It] a [Slow]" classname="Kubernetes e2e suite" status="passed" time="61.5"/>
                <testcase name="[It] b" status="panicked" time="1"><error message="boom" type="panicked">stack</error></testcase>
                <testcase name="[It] c" status="skipped" time="0"><skipped message="skipped - needs 2"></skipped></testcase>
                </testsuite></testsuites>
                """);
        assertEquals(
                List.of(
                        new SpecResult(new Spec("a [Slow]"), Outcome.PASSED, Duration.ofMillis(61_500), ""),
                        new SpecResult(new Spec("b"), Outcome.FAILED, Duration.ofSeconds(1), "stack"),
                        SpecResult.notRun(new Spec("c"), "skipped - needs 2")),
                JunitXml.read(file()));
    }
}
