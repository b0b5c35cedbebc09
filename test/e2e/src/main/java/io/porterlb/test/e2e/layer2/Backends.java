package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// A web server on every node, of which those that a label marks stand behind the Services.
public record Backends(KubernetesCluster cluster) {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String NODES = "{range .items[*]}{.spec.nodeName}{\"\\n\"}{end}";
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

    /// Has the Services served from these nodes only; returns when their kube-proxies should know.
    public void only(Set<String> nodes) {
        for (var node : cluster.nodes()) {
            String serving = nodes.contains(node.name()) ? "yes" : "no";
            cluster.kubectl(
                    "label",
                    "pod",
                    "--overwrite",
                    "--selector=app=web",
                    "--field-selector=spec.nodeName=" + node.name(),
                    "serving=" + serving);
        }
        Wait.untilValue(LIMIT, this::serving, nodes::equals);
    }

    private Set<String> serving() {
        return new TreeSet<>(cluster.kubectl("get", "pods", "--selector=app=web,serving=yes", "-o", "jsonpath=" + NODES)
                .lines()
                .toList());
    }
}
