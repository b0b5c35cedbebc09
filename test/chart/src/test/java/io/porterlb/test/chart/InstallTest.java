package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `helm install` and `helm uninstall`.
class InstallTest extends ClusterTest {
    @Test
    void theApiServerTakesEveryObjectWithoutAWarning() {
        cluster().kubectl("create", "namespace", Chart.NAMESPACE);
        CHART.render()
                .forEach(object -> assertEquals(
                        "created (server dry run)", applied(object).replaceFirst("^\\S+ ", ""), object.id()));
        assertTrue(install("--dry-run=server").run().contains("kubectl get eip,bgppeer"));
    }

    private static String applied(KubeObject object) {
        var command = new Command(
                List.of(
                        cluster().kubectlProgram().toString(),
                        "--kubeconfig=" + cluster().kubeconfig(),
                        "--warnings-as-errors",
                        "apply",
                        "--dry-run=server",
                        "--validate=strict",
                        "-f",
                        "-"),
                object.json().toString(),
                Duration.ofMinutes(1));
        return command.run().strip();
    }

    /// One manager, as the cluster has room for one.
    @Test
    void everythingIsThereThenAndNothingAfterwards() {
        install("--set", "manager.replicas=1").run();
        for (KubeObject object : CHART.render("uninstall.enabled=false")) {
            String kind = object.kind();
            cluster().kubectl("get", kind, object.name(), "--namespace", Chart.NAMESPACE);
        }
        assertTrue(Await.until(LIMIT, () -> pods().lines().count() == 2)); // "wait" is for what is there
        cluster()
                .kubectl(
                        "--namespace",
                        Chart.NAMESPACE,
                        "wait",
                        "pod",
                        "--all",
                        "--for=condition=PodScheduled",
                        "--timeout=300s");
        uninstall();
        assertEquals(List.of(), ours());
    }

    private static String pods() {
        return cluster().kubectl("--namespace", Chart.NAMESPACE, "get", "pods", "-o", "name");
    }

    @Test
    void aSecondOneIsRefused() {
        install().run();
        String sentence =
                "PorterLB is installed in this cluster already, as release porterlb in namespace porterlb-system.";
        assertRefused(install(CHART, "other", Chart.NAMESPACE), sentence);
        assertRefused(install(CHART, Chart.RELEASE, "elsewhere"), sentence);
        assertRefused(
                install(CHART, "other", "elsewhere"),
                "upgrade it with \"helm upgrade porterlb CHART --namespace porterlb-system\"");
        assertEquals(
                Chart.RELEASE, helm("list", "--all-namespaces", "--short").run().strip());
    }

    @Test
    void applyingTheManifestAgainChangesNothingAndHelmDoesNotTakeItOver() {
        apply();
        String before = generations();
        apply();
        assertEquals(before, generations());
        assertRefused(install(), "PorterLB is installed in this cluster already, applied with kubectl.");
    }

    private static void apply() {
        cluster()
                .kubectl(
                        "apply",
                        "-f",
                        Chart.manifests().resolve("porterlb.yaml").toString());
    }

    /// What of each object changes when its spec does, and for those that have no such number, with each write.
    private static String generations() {
        var text = new StringBuilder();
        for (String line : ours()) {
            if (!line.startsWith("pod/")) {
                text.append(line).append(' ').append(generation(line)).append('\n');
            }
        }
        return text.toString();
    }

    private static String generation(String object) {
        KubeObject found = new KubeObject(cluster().kubectlJson("get", object, "--namespace", Chart.NAMESPACE));
        String generation = found.text("metadata.generation");
        return generation.isEmpty() ? found.text("metadata.resourceVersion") : generation;
    }

    @Test
    void aNamespaceThatForbidsItsPodsIsRefusedWithTheCommandThatMendsIt() {
        cluster().kubectl("create", "namespace", "strict");
        cluster().kubectl("label", "namespace", "strict", "pod-security.kubernetes.io/enforce=restricted");
        String mend = "kubectl label namespace strict pod-security.kubernetes.io/enforce=privileged --overwrite";
        assertRefused(install(CHART, Chart.RELEASE, "strict"), mend);
        cluster().kubectl(mend.split(" ", 2)[1].split(" ", -1));
        install(CHART, Chart.RELEASE, "strict", "--dry-run=server").run();
        cluster().kubectl("delete", "namespace", "strict");
    }
}
