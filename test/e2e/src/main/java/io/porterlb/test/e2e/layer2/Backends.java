package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A web server on every node, of which those that a label marks stand behind the Services.
public record Backends(KubernetesCluster cluster) {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web, serving: "yes"}}
                spec:
                  tolerations: [{operator: Exists}]
                  containers:
                  - name: web
                    image: registry.k8s.io/e2e-test-images/agnhost:2.59
                    args: [netexec, --http-port=8080]
                    # Or they would starve while programs start on a busy machine, and count as not ready
                    resources: {requests: {cpu: 100m}}
                    readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 6}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: backends}
            spec:
              ipFamilyPolicy: RequireDualStack
              selector: {app: web, serving: "yes"}
              ports: [{port: 80, targetPort: 8080}]
            """;

    /// Starts them, on every node; returns when they are ready.
    public void start() {
        cluster.apply(MANIFEST);
        cluster.kubectl("rollout", "status", "daemonset/web", "--timeout=300s");
    }

    /// Makes a dual-stack Service in front of them; returns when it has an address of each family.
    ///
    /// @param policy `externalTrafficPolicy`
    public Layer2Service expose(String name, String policy) {
        cluster.apply("""
            apiVersion: v1
            kind: Service
            metadata: {name: %s, labels: {app: web}}
            spec:
              type: LoadBalancer
              externalTrafficPolicy: %s
              ipFamilyPolicy: RequireDualStack
              selector: {app: web, serving: "yes"}
              ports: [{port: 80, targetPort: 8080}]
            """.formatted(name, policy));
        return Layer2Service.await(cluster, name);
    }

    /// Has the Services served from these nodes only; returns when the kube-proxy of every node knows.
    public void only(Set<String> nodes) {
        for (KubernetesNode node : cluster.nodes()) {
            String serving = nodes.contains(node.name()) ? "yes" : "no";
            cluster.kubectl(
                    "label",
                    "pod",
                    "--overwrite",
                    "--selector=app=web",
                    "--field-selector=spec.nodeName=" + node.name(),
                    "serving=" + serving);
        }
        Set<String> pods =
                names("get", "pods", "--selector=app=web,serving=yes", "-o=jsonpath={.items[*].metadata.name}");
        Set<String> addresses = names("get", "service", "backends", "-o=jsonpath={.spec.clusterIPs[*]}");
        for (KubernetesNode node : cluster.nodes()) {
            addresses.forEach(address -> awaitKnown(node, address, pods));
        }
    }

    private Set<String> names(String... get) {
        return new TreeSet<>(List.of(cluster.kubectl(get).split(" ", -1)));
    }

    private static void awaitKnown(KubernetesNode node, String address, Set<String> pods) {
        Set<String> found = Wait.untilValue(LIMIT, () -> answers(node, address), pods::equals);
        if (!found.equals(pods)) {
            throw new IllegalStateException(
                    "from " + node + " " + found + " answer at " + address + " instead of " + pods);
        }
    }

    /// Those of many requests, each on a connection of its own: each endpoint that kube-proxy knows is met.
    private static Set<String> answers(KubernetesNode node, String address) {
        String url = "http://" + (address.contains(":") ? "[" + address + "]" : address) + "/hostname?[1-30]";
        var curl = List.of(
                "curl", "--silent", "--max-time", "1", "--header", "Connection: close", "--write-out", "\\n", url);
        return Command.of(node.namespace().command(curl))
                .result()
                .output()
                .lines()
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
