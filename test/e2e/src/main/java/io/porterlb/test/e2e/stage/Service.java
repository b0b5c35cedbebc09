package io.porterlb.test.e2e.stage;

import io.porterlb.test.cluster.KubernetesCluster;
import java.time.Duration;

/// A Service in the default namespace, through kubectl as its owner would see it.
public record Service(KubernetesCluster cluster, String name) {
    private static final String INGRESS = "{.status.loadBalancer.ingress[0].ip}";
    private static final String REFUSAL = "{.status.conditions[?(@.type==\"porterlb.io/AddressAssigned\")].reason}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// `status.loadBalancer.ingress[0].ip`; empty where there is none.
    public String address() {
        return cluster.kubectl("get", "service", name, "-o", "jsonpath=" + INGRESS);
    }

    /// Waits until it has an address, and gives it.
    public String awaitAddress() {
        cluster.kubectl("wait", "--for=jsonpath=" + INGRESS, "--timeout=300s", "service/" + name);
        return address();
    }

    /// Waits until its condition says why it has no address, and gives the reason; empty if it does not.
    public String awaitRefusal() {
        return Wait.untilValue(
                PATIENCE,
                () -> cluster.kubectl("get", "service", name, "-o", "jsonpath=" + REFUSAL),
                reason -> !reason.isEmpty());
    }

    /// Changes it by a strategic merge patch.
    public void patch(String json) {
        cluster.kubectl("patch", "service", name, "-p", json);
    }

    public void delete() {
        cluster.kubectl("delete", "service", name, "--timeout=300s", "--ignore-not-found");
    }

    /// A Service for the example's Pods.
    ///
    /// @param spec further lines of `spec`, each `name: value`
    public static Service create(KubernetesCluster cluster, String name, String... spec) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: v1
                kind: Service
                metadata: {name: %s}
                spec:
                  type: LoadBalancer
                  selector: {app: echo}
                  ports: [{port: 80, targetPort: 8080}]
                """.formatted(name));
        for (String line : spec) {
            yaml.append("  ").append(line).append('\n');
        }
        cluster.apply(yaml.toString());
        return new Service(cluster, name);
    }
}
