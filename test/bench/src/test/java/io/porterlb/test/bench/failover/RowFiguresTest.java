package io.porterlb.test.bench.failover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.test.bench.report.Figure;
import io.porterlb.test.e2e.layer2.Answers;
import io.porterlb.test.e2e.layer2.Answers.Said;
import io.porterlb.test.e2e.layer2.Trial;
import io.porterlb.test.e2e.lifecycle.UnderTraffic;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.load.OpenConnectionsResult;
import io.porterlb.test.e2e.load.OpenConnectionsResult.Broken;
import io.porterlb.test.e2e.load.Shot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowFiguresTest {
    private static final Instant BEGAN = Instant.EPOCH;

    /// A request is lost and a connection broken in a gap of 600 ms, and the first owner is heard after the second one.
    private static final Trial.Seen BAD = new Trial.Seen(
            new UnderTraffic.Seen(
                    "web",
                    new LoadResult(List.of(
                            shot(0, Optional.of("a")), shot(300, Optional.empty()), shot(600, Optional.of("a")))),
                    new OpenConnectionsResult(
                            100, 1000, Duration.ZERO, List.of(new Broken(1, Duration.ZERO, "closed")))),
            new Answers(List.of(said(1, "node1"), said(2, "node2"), said(3, "node1"))),
            BEGAN);

    private static Shot shot(int millis, Optional<String> answer) {
        return new Shot(Duration.ofMillis(millis), Duration.ofMillis(1), answer, "");
    }

    private static Said said(int millis, String who) {
        return new Said(BEGAN.plusMillis(millis), who);
    }

    private static List<Boolean> met(Demand demand) {
        Row row = Row.ALL.stream()
                .filter(one -> one.demand() == demand)
                .findFirst()
                .orElseThrow();
        return RowFigures.of(row, "IPv4", BAD).stream().map(Figure::ok).toList();
    }

    @Test
    void aTakeOverIsJudgedByItsGap() {
        assertEquals(List.of(false, true, true, false), met(Demand.TAKEN_OVER));
    }

    @Test
    void aHandOverIsJudgedByItsFailures() {
        assertEquals(List.of(true, false, true, false), met(Demand.HANDED_OVER));
    }

    @Test
    void whatNobodyShouldNoticeIsJudgedByFailuresAndBrokenConnections() {
        assertEquals(List.of(true, false, false, false), met(Demand.UNHARMED));
    }

    @Test
    void valuesAreThoseThatWereSeen() {
        assertEquals(
                List.of(600.0, 1.0, 1.0, 1.0),
                RowFigures.of(Row.ALL.getFirst(), "IPv4", BAD).stream()
                        .map(Figure::value)
                        .toList());
    }
}
