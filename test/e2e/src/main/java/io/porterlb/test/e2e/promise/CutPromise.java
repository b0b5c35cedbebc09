package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Traffic;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Each router and each node is cut off in turn, under load.
public final class CutPromise implements Promise {
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(6);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Of a gap that is not judged: five times the hold time, beside the time that the load went on.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /// The hold time of 3 s, and a second's margin.
    private static final Duration BOUND = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "each router and each node is cut off in turn";
    }

    @Override
    public void check(Stage stage, Report report) {
        for (Cut cut : Cut.values()) {
            String policy = cut.isNode() ? "Local" : "Cluster";
            stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"" + policy + "\"}}");
            stage.awaitWays(stage.nodes());
            check(stage, cut, report);
        }
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Cluster\"}}");
    }

    private static void check(Stage stage, Cut cut, Report report) {
        Traffic.Run run;
        boolean holds;
        try {
            run = stage.traffic().during(BEFORE, () -> stage.fabric().cut(cut.role()), AFTER);
            holds = holds(stage, run);
        } finally {
            stage.fabric().restore(cut.role());
        }
        report.expect(holds, describe(cut, run));
        List<List<String>> ways = stage.awaitWays(stage.nodes());
        LoadResult again = answers(stage, PATIENCE);
        report.expect(
                ways.size() == Stage.waysTo(2) && stage.unharmed(again),
                "%s restored: %d paths, %d of %d requests lost"
                        .formatted(cut.role(), ways.size(), again.failures(), again.requests()));
    }

    /// Answers come again during the cut; where gaps are judged, none was missing later than the bound.
    private static boolean holds(Stage stage, Traffic.Run run) {
        Optional<Duration> last = run.result().lastFailureAfter(run.eventAt());
        return stage.judgeGaps()
                ? last.filter(time -> time.compareTo(BOUND) > 0).isEmpty()
                : stage.unharmed(answers(stage, LONGEST));
    }

    /// Of a second; where gaps are not judged, the first one in which nothing was lost.
    private static LoadResult answers(Stage stage, Duration patience) {
        Duration left = stage.judgeGaps() ? Duration.ZERO : patience;
        return Wait.untilValue(left, () -> stage.traffic().during(Duration.ofSeconds(1)), stage::unharmed);
    }

    private static String describe(Cut cut, Traffic.Run run) {
        LoadResult result = run.result();
        String last = result.lastFailureAfter(run.eventAt())
                .map(time -> "last one %d ms after the cut".formatted(time.toMillis()))
                .orElse("none failed");
        return "%s cut off: %d requests, %d failed (FRR on the nodes: %d of about 805), longest gap %d ms, %s"
                .formatted(
                        cut.role(),
                        result.requests(),
                        result.failures(),
                        cut.lostWithFrr(),
                        result.longestGap().toMillis(),
                        last);
    }
}
