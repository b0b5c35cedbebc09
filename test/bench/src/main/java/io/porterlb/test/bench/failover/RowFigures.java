package io.porterlb.test.bench.failover;

import io.porterlb.test.bench.report.Figure;
import io.porterlb.test.bench.report.Goal;
import io.porterlb.test.e2e.layer2.Trial;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.load.OpenConnectionsResult;
import java.util.List;
import java.util.Map;

/// What was seen of a row, held against what it demands.
final class RowFigures {
    private static final Goal NONE = Goal.atMost(0);

    private RowFigures() {}

    static List<Figure> of(Row row, String family, Trial.Seen seen) {
        LoadResult load = seen.client().load();
        OpenConnectionsResult open = seen.client().connections();
        String name = row.name() + ", " + family + ": ";
        return List.of(
                figure(
                        name + "longest gap",
                        load.longestGap().toMillis(),
                        "ms",
                        row.demand().gap()),
                figure(
                        name + "failed of " + load.requests(),
                        load.failures(),
                        "requests",
                        row.demand().failed()),
                figure(
                        name + "broken of " + open.connections(),
                        open.broken().size(),
                        "connections",
                        row.demand().broken()),
                figure(name + "answers of a second owner", seen.answers().late().size(), "frames", NONE));
    }

    private static Figure figure(String name, long value, String unit, Goal goal) {
        return new Figure("failover", name, (double) value, unit, goal, Map.of());
    }
}
