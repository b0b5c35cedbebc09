package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.e2e.lifecycle.Porterctl;
import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// `porterctl drain` and `undrain`, under load. With `externalTrafficPolicy: Local` each node has its own Pod, so
/// that a request which still comes to the drained node is answered there or not at all.
public final class DrainPromise implements Promise {
    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final Duration AFTER = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "porterctl drain takes a node out without a lost request, and undrain brings it back";
    }

    @Override
    public void check(Stage stage, Report report) {
        stage.awaitPods(2);
        for (String policy : List.of("Cluster", "Local")) {
            stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"" + policy + "\"}}");
            stage.awaitWays(stage.nodes());
            String node = stage.nodes().iterator().next();
            check(stage, policy, node, report);
        }
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Cluster\"}}");
    }

    private static void check(Stage stage, String policy, String node, Report report) {
        try {
            Set<String> others = new TreeSet<>(stage.nodes());
            others.remove(node);
            moved(stage, policy + ": drain", List.of("drain", node, "--wait"), others, report);
            moved(stage, policy + ": undrain", List.of("undrain", node), stage.nodes(), report);
        } finally {
            stage.cluster().kubectl("annotate", "node", node, "porterlb.io/drain-");
        }
    }

    private static void moved(Stage stage, String what, List<String> line, Set<String> nodes, Report report) {
        Traffic.Run run = stage.traffic().during(BEFORE, () -> porterctl(stage, line, report), AFTER);
        Set<String> ends =
                stage.awaitWays(nodes).stream().map(List::getLast).collect(Collectors.toCollection(TreeSet::new));
        LoadResult result = run.result();
        report.expect(
                ends.equals(nodes) && stage.unharmed(result),
                "%s: next hops %s; %d of %d requests lost, longest gap %d ms"
                        .formatted(
                                what,
                                ends,
                                result.failures(),
                                result.requests(),
                                result.longestGap().toMillis()));
    }

    private static void porterctl(Stage stage, List<String> line, Report report) {
        CommandResult result = new Porterctl(stage.cluster())
                .run(line.getFirst(), line.subList(1, line.size()).toArray(String[]::new));
        report.expect(
                result.exitStatus() == 0,
                "porterctl %s: %s"
                        .formatted(
                                String.join(" ", line),
                                (result.output() + result.error()).strip().replace("\n", "; ")));
    }
}
