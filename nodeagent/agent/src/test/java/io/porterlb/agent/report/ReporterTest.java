package io.porterlb.agent.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.RuleReport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReporterTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00.5Z"), ZoneOffset.UTC);

    private final LinkedBlockingQueue<NodeReport> written = new LinkedBlockingQueue<>();

    private NodeReport next() throws InterruptedException {
        return Objects.requireNonNull(written.poll(30, TimeUnit.SECONDS), "nothing is reported");
    }

    @Test
    void appliedPlanIsReportedWithItsHashAndTime() throws InterruptedException {
        NodePlan plan = NodePlan.none("node1");
        try (Reporter reporter = new Reporter("node1", List::of, Map::of, written::add, NOON)) {
            reporter.applied(plan);
            assertEquals(
                    new NodeReport(
                            "node1",
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            plan.hash(),
                            "2026-11-21T12:00:00Z"),
                    next());
        }
    }

    @Test
    void stateOfTheRulesIsReported() throws InterruptedException {
        RuleReport rules = new RuleReport(2, true, List.of("nft says: no"));
        try (Reporter reporter = new Reporter("node1", List::of, Map::of, written::add, NOON)) {
            reporter.rules(rules);
            assertEquals(Optional.of(rules), next().rules());
        }
    }

    @Test
    void sessionChangeIsReportedWithoutWaitingForTheCalmInterval() throws InterruptedException {
        try (Reporter reporter = new Reporter("node1", List::of, Map::of, written::add, NOON)) {
            reporter.applied(NodePlan.none("node1"));
            next();
            reporter.changed(true);
            next();
        }
    }

    @Test
    void reportThatCouldNotBeStoredIsStoredLater() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        try (Reporter reporter = new Reporter(
                "node1",
                List::of,
                Map::of,
                report -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("the API server is away");
                    }
                    written.add(report);
                },
                NOON)) {
            reporter.changed(true);
            next();
            assertEquals(2, tries.get());
        }
    }
}
