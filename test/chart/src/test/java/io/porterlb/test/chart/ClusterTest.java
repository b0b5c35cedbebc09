package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A rule about what a real Kubernetes makes of the chart. The images are not there: what Pods do is for test/e2e.
/// After each test the cluster is as it was.
@Tag("cluster")
abstract class ClusterTest {
    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec.withNodes(1));

    static final Chart CHART = Chart.ofSourceTree();

    static final Duration LIMIT = Duration.ofMinutes(5);
    /// A Pod whose image is being looked for in vain takes half a minute to end.
    private static final String QUICK = "image.pullPolicy=Never";

    private static final String KINDS = "namespace,crd,clusterrole,clusterrolebinding,validatingadmissionpolicy,"
            + "validatingadmissionpolicybinding,serviceaccount,role,rolebinding,networkpolicy,poddisruptionbudget,"
            + "deployment,daemonset,job,pod";

    static KubernetesCluster cluster() {
        return CLUSTER.cluster();
    }

    static Command helm(String... arguments) {
        return CHART.helm().command(cluster().kubeconfig(), arguments);
    }

    static Command install(String... more) {
        return install(CHART, Chart.RELEASE, Chart.NAMESPACE, more);
    }

    static Command install(Chart chart, String release, String namespace, String... more) {
        var words = new ArrayList<>(List.of("install", release, chart.folder().toString()));
        words.addAll(List.of("--namespace", namespace, "--create-namespace", "--set", QUICK));
        words.addAll(List.of(more));
        return helm(words.toArray(String[]::new));
    }

    static Command upgrade(Chart chart, String... more) {
        var words =
                new ArrayList<>(List.of("upgrade", Chart.RELEASE, chart.folder().toString()));
        words.addAll(List.of("--namespace", Chart.NAMESPACE, "--set", QUICK));
        words.addAll(List.of(more));
        return helm(words.toArray(String[]::new));
    }

    /// Without the Job, whose image is not there; returns when everything is gone. In the foreground: what has Pods is
    /// being deleted until they are gone.
    static void uninstall(String... more) {
        var words = new ArrayList<>(List.of("uninstall", Chart.RELEASE, "--namespace", Chart.NAMESPACE));
        words.addAll(List.of("--no-hooks", "--cascade=foreground"));
        words.addAll(List.of(more));
        helm(words.toArray(String[]::new)).run();
        awaitDeletions();
    }

    static void assertRefused(Command command, String sentence) {
        CommandResult result = command.result();
        assertEquals(1, result.exitStatus(), result.output());
        assertTrue(result.error().contains(sentence), result.error());
    }

    /// Everything in the cluster that has PorterLB's label, as `kind/name`, once nothing is being deleted any more.
    static List<String> ours() {
        awaitDeletions();
        return labelled("-o", "name").lines().toList();
    }

    private static void awaitDeletions() {
        boolean settled = Await.until(LIMIT, () -> leaving().isEmpty());
        assertTrue(settled, () -> "still being deleted: " + leaving());
    }

    /// What is being deleted, with all that is known of why it is still there.
    private static List<String> leaving() {
        String line = "{range .items[?(@.metadata.deletionTimestamp)]}{.kind}/{.metadata.name} {.metadata.finalizers}"
                + " {.status}{\"\\n\"}{end}";
        return labelled("-o", "jsonpath=" + line).lines().toList();
    }

    private static String labelled(String... output) {
        var words = new ArrayList<>(List.of("get", KINDS, "--all-namespaces", "-l", "app.kubernetes.io/name=porterlb"));
        words.addAll(List.of(output));
        return cluster().kubectl(words.toArray(String[]::new));
    }

    @AfterEach
    void takeAway() {
        uninstall("--ignore-not-found");
        cluster()
                .kubectl(
                        "delete",
                        "--ignore-not-found",
                        "--cascade=foreground",
                        "-f",
                        Chart.manifests().resolve("porterlb.yaml").toString());
        assertEquals(List.of(), ours());
    }
}
