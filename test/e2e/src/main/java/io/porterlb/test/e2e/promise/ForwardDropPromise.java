package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.e2e.stage.Pods;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Nodes drop what they forward, and addresses of Services are served all the same. That the firewall works is seen at
/// the Service's node port, by the same Pods: what does not come by an address of a Service is still dropped.
public final class ForwardDropPromise implements Promise {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNSERVED = 81;

    @Override
    public String name() {
        return "nodes whose FORWARD drops serve addresses all the same, and refuse ports that no Service has";
    }

    @Override
    public void check(Stage stage, Report report) {
        NodeFirewalls firewalls = new NodeFirewalls(stage.cluster());
        policy(stage, "Local");
        Pods pods = stage.awaitPods(2);
        report.expect(
                nodePorts(stage, Knock.CONNECTED), "without a firewall a leaf router reaches the Pods by node ports");
        try {
            firewalls.raise();
            report.expect(nodePorts(stage, Knock.SILENCE), "with FORWARD DROP on every node it does not");
            answers(stage, report, pods, "with it, externalTrafficPolicy: Local");
            firewalls.flushOurs();
            report.expect(Wait.until(PATIENCE, firewalls::haveOurs), "rules that somebody took away are back");
            answers(stage, report, pods, "with them");
            policy(stage, "Cluster");
            answers(stage, report, pods, "with it, externalTrafficPolicy: Cluster");
            refused(stage, report);
        } finally {
            firewalls.lower();
            policy(stage, "Cluster");
        }
    }

    private static void policy(Stage stage, String policy) {
        stage.service().patch("{\"spec\":{\"externalTrafficPolicy\":\"" + policy + "\"}}");
        stage.awaitWays(stage.nodes());
    }

    private static void answers(Stage stage, Report report, Pods pods, String when) {
        report.expect(
                stage.traffic().awaitAnswersOf(pods.names()), when + ": the client is answered by " + pods.names());
    }

    /// kube-proxy may need a moment for a policy that has just changed.
    private static boolean nodePorts(Stage stage, Knock wanted) {
        int port = Integer.parseInt(
                stage.cluster().kubectl("get", "service", Stage.SERVICE, "-o", "jsonpath={.spec.ports[0].nodePort}"));
        NetworkNamespace leaf = stage.cluster().namespace("leaf1");
        return stage.cluster().nodes().stream()
                .allMatch(node -> Wait.until(PATIENCE, () -> Knock.at(leaf, node.address(), port) == wanted));
    }

    private static void refused(Stage stage, Report report) {
        NetworkNamespace client = stage.fabric().client();
        String address = stage.service().address();
        List<Knock> knocks = Stream.generate(() -> Knock.at(client, address, UNSERVED))
                .limit(4) // so that both nodes are asked
                .toList();
        report.expect(
                knocks.stream().allMatch(Knock.REFUSED::equals),
                "port " + UNSERVED + ", which the Service has not, is refused at once: " + knocks);
    }
}
