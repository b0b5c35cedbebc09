package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.process.CommandResult;
import io.porterlb.test.e2e.install.ServiceAccountKubeconfig;
import io.porterlb.test.e2e.install.SourceTree;
import io.porterlb.test.e2e.lifecycle.Porterctl;
import io.porterlb.test.e2e.pods.PodProcess;
import io.porterlb.test.e2e.stage.Promise;
import io.porterlb.test.e2e.stage.Report;
import io.porterlb.test.e2e.stage.Service;
import io.porterlb.test.e2e.stage.Stage;
import io.porterlb.test.e2e.stage.Wait;
import java.nio.file.Path;
import java.time.Duration;

/// `porterctl announcements`, which asks the agents through the API server and the nodes' kubelets.
public final class AnnouncementsPromise implements Promise {
    private static final String LONELY = "lonely";
    private static final String PATIENT = "--timeout=60s";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "one command says who announces what, where and since when";
    }

    @Override
    public void check(Stage stage, Report report) {
        stage.awaitPods(2);
        stage.awaitWays(stage.nodes());
        everywhere(stage, report);
        rights(stage, report);
        nowhere(stage, report);
        silence(stage, report);
    }

    private static void everywhere(Stage stage, Report report) {
        CommandResult all = announcements(stage, Stage.SERVICE, PATIENT);
        report.expect(
                all.exitStatus() == 0
                        && stage.nodes().stream()
                                .allMatch(node -> row(all, stage.service().address(), node)
                                        .contains("Announced")),
                "of every node, for Service echo:" + indented(all.output() + all.error()));
    }

    /// The line of an address and a node; empty if there is none.
    private static String row(CommandResult result, String address, String node) {
        return result.output()
                .lines()
                .filter(line -> line.startsWith(address + " ") && line.contains(" " + node + " "))
                .findFirst()
                .orElse("");
    }

    /// Those of the example, and no others.
    private static void rights(Stage stage, Report report) {
        String file =
                SourceTree.path("manifests/examples/options/porterctl.yaml").toString();
        stage.cluster().kubectl("apply", "-f", file);
        Path kubeconfig = ServiceAccountKubeconfig.write(stage.cluster(), "porterctl");
        CommandResult announcements = Porterctl.runAs(kubeconfig, "announcements", PATIENT);
        CommandResult diagnose = Porterctl.runAs(kubeconfig, "diagnose");
        stage.cluster().kubectl("delete", "-f", file);
        report.expect(
                announcements.exitStatus() == 0 && diagnose.exitStatus() != 2,
                "the rights of the example suffice for it and for diagnose: "
                        + (announcements.error() + diagnose.output() + diagnose.error()).strip());
    }

    /// A Service without Pods, whose policy lets no node announce it.
    private static void nowhere(Stage stage, Report report) {
        Service lonely = Service.create(stage.cluster(), LONELY);
        lonely.patch("{\"spec\":{\"externalTrafficPolicy\":\"Local\",\"selector\":{\"app\":\"nobody\"}}}");
        String address = lonely.awaitAddress();
        CommandResult result = Wait.untilValue(
                PATIENCE, () -> announcements(stage, "default/" + LONELY), seen -> seen.exitStatus() == 1);
        lonely.delete();
        report.expect(
                result.exitStatus() == 1 && !row(result, address, "nobody").isEmpty(),
                "a Service that no node may announce, with status " + result.exitStatus() + ":"
                        + indented(result.output() + result.error()));
    }

    /// An agent that is stopped for a moment takes connections and answers none. The others are heard all the same.
    private static void silence(Stage stage, Report report) {
        String node = stage.nodes().iterator().next();
        PodProcess agent = stage.porterlb().agent(node);
        agent.pause();
        CommandResult result;
        try {
            result = announcements(stage, "--timeout=20s");
        } finally {
            agent.resume();
        }
        String said = result.error().strip();
        boolean others = stage.nodes().stream()
                .allMatch(other -> row(result, stage.service().address(), other).isEmpty() == other.equals(node));
        report.expect(
                result.exitStatus() == 2
                        && others
                        && said.equals("node " + node + ": its agent gave no answer: no answer within 20 s"),
                "an agent that does nothing is named, with status " + result.exitStatus() + ": " + said);
        stage.awaitWays(stage.nodes());
    }

    private static CommandResult announcements(Stage stage, String... arguments) {
        return new Porterctl(stage.cluster()).run("announcements", arguments);
    }

    private static String indented(String table) {
        return ("\n" + table.strip()).replace("\n", "\n           ");
    }
}
