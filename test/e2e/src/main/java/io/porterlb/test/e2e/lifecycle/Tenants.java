package io.porterlb.test.e2e.lifecycle;

import io.porterlb.test.cluster.KubernetesCluster;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the users of a cluster have in it, before PorterLB comes, meanwhile and after it: a web server on each of two
/// nodes, and two Services of type LoadBalancer in front of them.
public record Tenants(KubernetesCluster cluster) {
    /// One Service for each `externalTrafficPolicy`.
    public static final List<String> SERVICES = List.of("web-cluster", "web-local");

    private static final String ADDRESSES =
            "{range .items[*]}{.metadata.name}{\" \"}" + "{.status.loadBalancer.ingress[*].ip}{\"\\n\"}{end}";
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  tolerations: [{operator: Exists}]
                  topologySpreadConstraints:
                  - maxSkew: 1
                    topologyKey: kubernetes.io/hostname
                    whenUnsatisfiable: DoNotSchedule
                    nodeTaintsPolicy: Ignore
                    labelSelector: {matchLabels: {app: web}}
                  containers:
                  - name: web
                    image: registry.k8s.io/e2e-test-images/agnhost:2.59
                    args: [netexec, --http-port=8080]
                    # Or they would starve while programs start on a busy machine, and count as not ready
                    resources: {requests: {cpu: 200m}}
                    readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 6}
            """;
    private static final String SERVICE = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web-%1$s, labels: {tenant: web}}
            spec:
              type: LoadBalancer
              externalTrafficPolicy: %2$s
              selector: {app: web}
              ports: [{port: 80, targetPort: 8080}]
            """;

    /// Makes them; returns when the Pods are ready. May be repeated.
    public void move() {
        cluster.apply(DEPLOYMENT + SERVICE.formatted("cluster", "Cluster") + SERVICE.formatted("local", "Local"));
        cluster.kubectl("rollout", "status", "deployment/web", "--timeout=300s");
    }

    public void leave() {
        cluster.kubectl("delete", "deployment/web", "--timeout=300s", "--ignore-not-found");
        cluster.kubectl("delete", "service", "--selector=tenant=web", "--timeout=300s");
    }

    /// The addresses of the Services that have one, by name.
    public Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        cluster.kubectl("get", "services", "--selector=tenant=web", "-o", "jsonpath=" + ADDRESSES)
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length > 1 && !words[1].isEmpty())
                .forEach(words -> addresses.put(words[0], words[1]));
        return addresses;
    }

    /// Whatever a load balancer leaves on the Services: finalizers, labels, ingress, conditions.
    public String marks() {
        String fields = "{.items[*]['metadata.finalizers','metadata.labels','status']}";
        return cluster.kubectl("get", "services", "--selector=tenant=web", "-o", "jsonpath=" + fields);
    }
}
