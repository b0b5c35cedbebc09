package io.porterlb.porterctl.uninstall;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A real cluster of one node in which PorterLB is installed, as far as objects go, again and again: it is started for
/// the first test that needs it and gone with this JVM.
final class Installed {
    private static final List<String> PASSING = List.of(
            "events", "events.events.k8s.io", "leases.coordination.k8s.io", "componentstatuses", "pods.metrics.k8s.io");

    static final KubernetesCluster CLUSTER = KubernetesCluster.start(
            ClusterSpec.of("ctl-" + ProcessHandle.current().pid()).withNodes(1));

    private Installed() {}

    /// Without PorterLB: Services as users and others have them.
    static void before() {
        CLUSTER.apply(text("before.yaml"));
        new Marked("web", List.of("example.com/other"), false, List.of("203.0.113.9"), List.of("example.com/Theirs"))
                .apply(CLUSTER);
        new Marked("foreign", List.of(Marked.WELL_KNOWN), false, List.of("203.0.113.5"), List.of()).apply(CLUSTER);
        new Marked("accident", List.of(Marked.WELL_KNOWN), false, List.of("198.51.100.50"), List.of()).apply(CLUSTER);
    }

    /// All of an installation that has served these Services. Its Pods run.
    static void install() {
        CLUSTER.apply(text("installation.yaml"));
        CLUSTER.kubectl("apply", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        CLUSTER.kubectl("wait", "--for=condition=Established", "--timeout=300s", "crd", "--all");
        CLUSTER.apply(text("objects.yaml").replace("UID-OF-WEB", uid("web")));
        mark();
        CLUSTER.kubectl(
                "--namespace=porterlb-system", "rollout", "status", "--timeout=300s", "deployment/porter-manager");
        CLUSTER.kubectl("--namespace=porterlb-system", "rollout", "status", "--timeout=300s", "daemonset/porter-agent");
    }

    private static void mark() {
        new Marked(
                        "web",
                        List.of("example.com/other", Marked.WELL_KNOWN),
                        true,
                        List.of("198.51.100.7", "203.0.113.9"),
                        List.of("example.com/Theirs", Marked.OURS))
                .apply(CLUSTER);
        new Marked("classy", List.of("porterlb.io/load-balancer-cleanup"), true, List.of("198.51.100.8"), List.of())
                .apply(CLUSTER);
        new Marked("openelb", List.of("finalizer.lb.kubesphere.io/v1alpha1"), true, List.of("198.51.100.9"), List.of())
                .apply(CLUSTER);
        new Marked("refused", List.of(), false, List.of(), List.of(Marked.OURS)).apply(CLUSTER);
    }

    private static String uid(String service) {
        return CLUSTER.kubectl("get", "service", service, "-o", "jsonpath={.metadata.uid}");
    }

    /// Every object of the cluster by kind and name, with its content where others must not have changed it.
    static Map<String, String> everything() {
        String kinds = Arrays.stream(CLUSTER.kubectl("api-resources", "--verbs=list", "-o", "name")
                        .split("\n"))
                .filter(kind -> !PASSING.contains(kind))
                .collect(Collectors.joining(","));
        Map<String, String> all = new TreeMap<>();
        CLUSTER.kubectlJson("get", kinds, "--all-namespaces").getAsJsonArray("items").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .forEach(item -> all.put(name(item), content(item)));
        return all;
    }

    private static String name(JsonObject item) {
        JsonObject metadata = item.getAsJsonObject("metadata");
        JsonElement namespace = metadata.get("namespace");
        return item.get("kind").getAsString() + " " + (namespace == null ? "" : namespace.getAsString() + "/")
                + metadata.get("name").getAsString();
    }

    private static String content(JsonObject item) {
        if (!item.get("kind").getAsString().equals("Service")) {
            return "";
        }
        JsonObject metadata = item.getAsJsonObject("metadata");
        return Optional.ofNullable(metadata.get("labels")) + " " + metadata.get("finalizers") + " " + item.get("spec")
                + " " + item.get("status");
    }

    /// The resourceVersion of everything that nobody but an uninstallation would change.
    static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        CLUSTER
                .kubectlJson(
                        "get",
                        "services,deployments,daemonsets,customresourcedefinitions,eips,bgpconfs,bgppeers,"
                                + "porteraddresses,porternodes,namespaces,clusterroles,serviceaccounts,pods",
                        "--all-namespaces")
                .getAsJsonArray("items")
                .asList()
                .stream()
                .map(JsonElement::getAsJsonObject)
                .forEach(item -> versions.put(
                        name(item),
                        item.getAsJsonObject("metadata").get("resourceVersion").getAsString()));
        return versions;
    }

    static String text(String resource) {
        try (InputStream stream = Installed.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
