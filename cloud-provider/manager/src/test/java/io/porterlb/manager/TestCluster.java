package io.porterlb.manager;

import io.porterlb.kube.work.Until;
import io.porterlb.test.cluster.ClusterSpec;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.CommandFailedException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A real dual-stack cluster of one node with our CRDs, and three Eips: `pool` and `gold`, each of 100 IPv4 addresses,
/// and `six`, an IPv6 network. Gone with this JVM.
final class TestCluster {
    private static final KubernetesCluster CLUSTER = start();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private TestCluster() {}

    private static KubernetesCluster start() {
        KubernetesCluster cluster = KubernetesCluster.start(
                ClusterSpec.of("manager-" + ProcessHandle.current().pid())
                        .withNodes(1)
                        .withIpv6(true));
        cluster.kubectl("apply", "-f", System.getProperty("porterlb.root") + "/manifests/crds");
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all");
        cluster.apply("""
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: pool, annotations: {eip.openelb.kubesphere.io/is-default-eip: "true"}}
                spec: {address: 198.51.100.1-198.51.100.100}
                ---
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: gold}
                spec: {address: 203.0.113.1-203.0.113.100, autoAssign: false}
                ---
                apiVersion: network.kubesphere.io/v1alpha2
                kind: Eip
                metadata: {name: six}
                spec: {address: "2001:db8:5::/64"}
                """);
        return cluster;
    }

    static RunningManager manager() {
        return new RunningManager(CLUSTER.kubeconfig());
    }

    static String kubectl(String... words) {
        return CLUSTER.kubectl(words);
    }

    static void apply(String manifest) {
        CLUSTER.apply(manifest);
    }

    /// Waits for something that must come.
    static void await(String what, BooleanSupplier question) {
        await(what, PATIENCE, question);
    }

    /// The same, for what takes its time.
    static void await(String what, Duration patience, BooleanSupplier question) {
        try {
            if (!Until.yes(patience, () -> isSo(question))) {
                throw new AssertionError(what + " did not come about within " + patience + ":\n" + everything());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// No, where the API server gives no answer just now.
    private static boolean isSo(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (CommandFailedException e) {
            System.out.println("asked again, since " + e.getMessage());
            return false;
        }
    }

    private static String everything() {
        try {
            return state();
        } catch (CommandFailedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String state() {
        return kubectl(
                "get", "nodes,porternodes,portercouncils,porteraddresses,services,endpointslices", "-A", "-o=yaml");
    }

    /// Events on a Service, each as `component type reason: message`.
    static List<String> events(String service) {
        String fields = "involvedObject.kind=Service,involvedObject.name=" + service;
        String line = "{.source.component} {.type} {.reason}: {.message}";
        String text = kubectl(
                "get",
                "events",
                "--field-selector=" + fields,
                "--output=jsonpath={range .items[*]}" + line + "{\"\\n\"}{end}");
        return text.lines().toList();
    }
}
