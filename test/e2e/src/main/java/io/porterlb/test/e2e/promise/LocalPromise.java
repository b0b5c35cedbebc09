package io.porterlb.test.e2e.promise;

import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// `externalTrafficPolicy: Local`: the client's address is kept, and the routes follow the Pods.
public final class LocalPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "externalTrafficPolicy: Local keeps the client's address, and routes follow the Pods";
    }

    @Override
    public void check(Stage stage, Report report) {
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Local\"}}");
        stage.awaitPods(2);
        stage.awaitWays(stage.nodes());
        clientAddress(stage, report);
        for (String node : stage.nodes()) {
            moved(stage, node, report);
        }
        place(stage, "{\"spec\":{\"replicas\":2,\"template\":{\"spec\":{\"nodeSelector\":null}}}}");
        stage.awaitPods(2);
        Set<String> hops = ends(stage.awaitWays(stage.nodes()));
        report.expect(hops.equals(stage.nodes()), "Pods on both nodes again: next hops " + hops);
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"Cluster\"}}");
    }

    /// Once kube-proxy goes by the new policy.
    private static void clientAddress(Stage stage, Report report) {
        String client = stage.fabric().clientAddress();
        String seen =
                Wait.untilValue(PATIENCE, () -> stage.traffic().get("/clientip"), one -> one.startsWith(client + ":"));
        report.expect(seen.startsWith(client + ":"), "the Pod sees the client %s as %s".formatted(client, seen));
    }

    private static void moved(Stage stage, String node, Report report) {
        place(
                stage,
                "{\"spec\":{\"replicas\":1,\"template\":{\"spec\":{\"nodeSelector\":{\"kubernetes.io/hostname\":\"%s\"}}}}}"
                        .formatted(node));
        stage.awaitPods(1);
        Set<String> hops = ends(stage.awaitWays(Set.of(node)));
        report.expect(hops.equals(Set.of(node)), "the only Pod is on " + node + ": next hops " + hops);
    }

    private static void place(Stage stage, String patch) {
        stage.cluster().kubectl("patch", "deployment", Stage.SERVICE, "-p", patch);
    }

    private static Set<String> ends(List<List<String>> ways) {
        return ways.stream().map(List::getLast).collect(Collectors.toSet());
    }
}
