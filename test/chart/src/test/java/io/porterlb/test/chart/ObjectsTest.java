package io.porterlb.test.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which objects there are, under which names and labels.
class ObjectsTest extends ChartTest {
    private static final List<String> LABELS = List.of(
            "app.kubernetes.io/name",
            "app.kubernetes.io/instance",
            "app.kubernetes.io/component",
            "app.kubernetes.io/version",
            "app.kubernetes.io/managed-by",
            "helm.sh/chart");

    @TempDir
    private Path folder = Path.of("");

    private static Set<String> ids(String... values) {
        return CHART.render(values).stream().map(KubeObject::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void helmLintFindsNothing() {
        CommandResult result = CHART.helm()
                .command("lint", "--strict", "--quiet", CHART.folder().toString())
                .result();
        assertEquals(new CommandResult(0, "", ""), result);
    }

    @Test
    void namesAreFixed() {
        assertEquals(
                new TreeSet<>(List.of(
                        "ClusterRole/porterlb:agent",
                        "ClusterRole/porterlb:manager",
                        "ClusterRole/porterlb:metrics",
                        "ClusterRole/porterlb:uninstall",
                        "ClusterRole/porterlb:view",
                        "ClusterRoleBinding/porterlb:agent",
                        "ClusterRoleBinding/porterlb:manager",
                        "ClusterRoleBinding/porterlb:uninstall",
                        "CustomResourceDefinition/bgpconfs.network.kubesphere.io",
                        "CustomResourceDefinition/bgppeers.network.kubesphere.io",
                        "CustomResourceDefinition/eips.network.kubesphere.io",
                        "CustomResourceDefinition/porteraddresses.porterlb.io",
                        "CustomResourceDefinition/portercouncils.porterlb.io",
                        "CustomResourceDefinition/porternodes.porterlb.io",
                        "DaemonSet/porter-agent",
                        "Deployment/porter-manager",
                        "Job/porter-uninstall",
                        "NetworkPolicy/porter-agent",
                        "NetworkPolicy/porter-manager",
                        "PodDisruptionBudget/porter-manager",
                        "Role/porterlb:agent-keys",
                        "Role/porterlb:manager",
                        "Role/porterlb:uninstall",
                        "RoleBinding/porterlb:agent-keys",
                        "RoleBinding/porterlb:manager",
                        "RoleBinding/porterlb:uninstall",
                        "ServiceAccount/porter-agent",
                        "ServiceAccount/porter-manager",
                        "ServiceAccount/porter-uninstall",
                        "ValidatingAdmissionPolicy/porterlb-agent-own-report",
                        "ValidatingAdmissionPolicyBinding/porterlb-agent-own-report")),
                ids());
    }

    @Test
    void whatIsTurnedOffIsNotThere() {
        var fewer = ids("uninstall.enabled=false", "networkPolicy.enabled=false", "podDisruptionBudget.enabled=false");
        assertTrue(
                fewer.stream().noneMatch(id -> id.matches(".*uninstall|NetworkPolicy.*|PodDisruption.*")), fewer + "");
        assertTrue(ids("crds.install=false").stream().noneMatch(id -> id.startsWith("CustomResource")));
    }

    @Test
    void everyObjectSaysWhatItBelongsTo() {
        CHART.render()
                .forEach(object -> LABELS.forEach(
                        label -> assertTrue(object.label(label).isPresent(), object.id() + " has no label " + label)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1.0, 0.1.0",
        "v2_, v2",
        "a1234567-b1234567-c1234567-d1234567-e1234567-f1234567-g1234567-h1234567,"
                + "a1234567-b1234567-c1234567-d1234567-e1234567-f1234567-g1234567"
    })
    void theVersionIsALabelWhateverTheTagIs(String tag, String version) {
        for (KubeObject object : CHART.render("image.tag=" + tag)) {
            assertEquals(version, object.label("app.kubernetes.io/version").orElse(""), object.id());
            object.list("spec.template.spec.containers")
                    .forEach(container ->
                            assertTrue(container.text("image").endsWith(":" + tag), container.text("image")));
        }
    }

    @Test
    void anImageWithADigestIsPulledByIt() {
        String digest = "sha256:" + "0123456789abcdef".repeat(4);
        String images = CHART.render("image.tag=v1", "image.digests.porter-agent=" + digest).stream()
                .flatMap(object -> object.list("spec.template.spec.containers").stream())
                .map(container -> container.text("image").replaceFirst(".*/", ""))
                .sorted()
                .toList()
                .toString();
        assertEquals("[porter-agent:v1@" + digest + ", porter-manager:v1, porterctl:v1]", images);
    }

    @Test
    void theJobsLogIsShownWhereItFailsAndStaysForADay() {
        KubeObject job = KubeObject.find(CHART.render(), "Job/porter-uninstall");
        assertEquals(
                "hook-failed", job.annotation("helm.sh/hook-output-log-policy").orElse(""));
        assertEquals("86400", job.text("spec.ttlSecondsAfterFinished"));
    }

    @Test
    void selectorsNameWhatNeverChanges() {
        CHART.render().stream()
                .filter(KubeObject::hasPods)
                .filter(o -> !o.kind().equals("Job"))
                .forEach(object -> {
                    String selected = object.at("spec.selector.matchLabels").toString();
                    String component =
                            object.label("app.kubernetes.io/component").orElse("");
                    assertEquals(
                            "{\"app.kubernetes.io/name\":\"porterlb\",\"app.kubernetes.io/component\":\"" + component
                                    + "\"}",
                            selected);
                });
    }

    @Test
    void crdsAreTheSameAsInTheirFilesAlsoFromAPackedChart() throws IOException {
        CHART.helm()
                .command("package", CHART.folder().toString(), "--destination", folder.toString())
                .run();
        Chart packed = new Chart(CHART.helm(), folder.resolve("porterlb-0.1.0.tgz"));
        assertEquals(CHART.render(), packed.render());
        try (Stream<Path> files = Files.list(Chart.manifests().resolve("crds"))) {
            for (Path file : files.toList()) {
                KubeObject source = Yaml.objects(Files.readString(file)).getFirst();
                assertEquals(
                        source.at("spec"),
                        KubeObject.find(packed.render(), source.id()).at("spec"),
                        source.id());
            }
        }
    }

    @Test
    void keptCrdsSaySoToHelmAndToTheJob() {
        for (KubeObject crd : crds(CHART.render("crds.keep=true"))) {
            assertEquals("keep", crd.annotation("helm.sh/resource-policy").orElse(""), crd.id());
        }
        for (KubeObject crd : crds(CHART.render())) {
            assertTrue(crd.annotation("helm.sh/resource-policy").isEmpty(), crd.id());
        }
        assertTrue(arguments("crds.keep=true").contains("--keep-crds"));
        assertTrue(arguments("crds.install=false").contains("--keep-crds"));
        assertEquals(
                List.of("uninstall", "--from-helm", "--yes", "--namespace", Chart.NAMESPACE, "--timeout", "60s"),
                arguments("crds.keep=false"));
    }

    private static List<KubeObject> crds(List<KubeObject> objects) {
        List<KubeObject> found = objects.stream()
                .filter(object -> object.kind().equals("CustomResourceDefinition"))
                .toList();
        assertEquals(6, found.size());
        return found;
    }

    private static List<String> arguments(String values) {
        return KubeObject.find(CHART.render(values), "Job/porter-uninstall")
                .list("spec.template.spec.containers")
                .getFirst()
                .texts("args");
    }

    @Test
    void theManifestForKubectlIsWhatTheChartRenders() throws IOException {
        String written = Files.readString(Chart.manifests().resolve("porterlb.yaml"));
        String script = Chart.manifests().resolveSibling("hack/manifests").toString();
        String rendered = Command.of("env", "HELM=" + CHART.helm().program(), script, "--print")
                .run();
        assertEquals(
                rendered, written, "manifests/porterlb.yaml is not what the chart renders now: run hack/manifests");
    }

    @Test
    void theManifestForKubectlHasNamespaceAndCrdsFirstAndNothingOfHelm() throws IOException {
        String text = Files.readString(Chart.manifests().resolve("porterlb.yaml"));
        List<KubeObject> objects = Yaml.objects(text);
        assertEquals("Namespace/porterlb-system", objects.getFirst().id());
        for (String mode : List.of("enforce", "audit", "warn")) {
            assertEquals(
                    "privileged",
                    objects.getFirst()
                            .label("pod-security.kubernetes.io/" + mode)
                            .orElse(""));
        }
        assertEquals(6, crds(objects.subList(1, 7)).size());
        assertTrue(objects.stream().noneMatch(object -> object.json().toString().contains("helm")));
        var expected = ids("uninstall.enabled=false");
        expected.add("Namespace/porterlb-system");
        assertEquals(expected, objects.stream().map(KubeObject::id).collect(Collectors.toCollection(TreeSet::new)));
    }
}
