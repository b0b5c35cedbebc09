package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.load.LoadResult;
import io.porterlb.test.e2e.stage.Pods;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// `sessionAffinity: ClientIP`: a client meets one Pod with all its connections, though each is from another port, on
/// which the routers hash; and another one when the Pod's node is cut off.
///
/// With `externalTrafficPolicy: Local`, so that each node has its own Pod and no way to the other's.
public final class AffinityPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TIME = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "sessionAffinity: ClientIP holds behind routers that hash on ports, and outlives the node";
    }

    @Override
    public void check(Stage stage, Report report) {
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Local\",\"sessionAffinity\":\"ClientIP\"}}");
        Pods pods = stage.awaitPods(2);
        String first = awaitOnly(stage, _ -> true);
        meetsOnePod(stage, report, pods, first);
        cut(stage, report, pods, first);
        int ways = stage.awaitWays(Set.of(first)).size();
        report.expect(ways == Stage.waysTo(1), "%s restored: %d paths lead to it".formatted(first, ways));
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Cluster\",\"sessionAffinity\":\"None\"}}");
        ways = stage.awaitWays(stage.nodes()).size();
        report.expect(ways == Stage.waysTo(2), "without affinity %d paths lead to both nodes".formatted(ways));
    }

    private static void cut(Stage stage, Report report, Pods pods, String first) {
        try {
            stage.fabric().cut(first);
            meetsOnePod(stage, report, pods, awaitOnly(stage, node -> !node.equals(first)));
        } finally {
            stage.fabric().restore(first);
        }
    }

    /// The node at which all ways end, once it is one as wanted; all at which they do, if that doesn't come to be.
    private static String awaitOnly(Stage stage, Predicate<String> wanted) {
        Set<String> ends = Wait.untilValue(
                PATIENCE,
                () -> stage.paths().ends(stage.prefix()),
                found -> found.size() == 1 && found.stream().allMatch(wanted));
        return String.join(" and ", ends);
    }

    private static void meetsOnePod(Stage stage, Report report, Pods pods, String node) {
        Set<String> there = pods.all().stream()
                .filter(pod -> pod.node().equals(node))
                .map(Pods.Pod::name)
                .collect(Collectors.toSet());
        stage.traffic().awaitAnswersOf(there);
        LoadResult result = stage.traffic().during(TIME);
        report.expect(
                there.size() == 1
                        && stage.unharmed(result)
                        && result.answers().keySet().equals(there),
                "all paths lead to %s with the Pod %s; of %d connections of one client, %d without answer, the Pods met are %s"
                        .formatted(node, there, result.requests(), result.failures(), result.answers()));
    }
}
