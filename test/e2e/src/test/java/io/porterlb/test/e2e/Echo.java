package io.porterlb.test.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// One Pod that answers, reached from the client through a node's port; without PorterLB.
public final class Echo {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int NODE_PORT = 30_080;
    private static final String MANIFEST = """
            apiVersion: v1
            kind: Pod
            metadata: {name: echo, labels: {app: echo}}
            spec:
              tolerations: [{operator: Exists}]
              containers:
              - name: echo
                image: registry.k8s.io/e2e-test-images/agnhost:2.59
                args: [netexec, --http-port=8080]
                readinessProbe: {httpGet: {port: 8080}, periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 6}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: echo}
            spec: {type: NodePort, selector: {app: echo}, ports: [{port: 80, targetPort: 8080, nodePort: %d}]}
            """.formatted(NODE_PORT);

    private Echo() {}

    /// Starts it; returns when it answers the client, and gives its address for the client.
    public static InetSocketAddress start(KubernetesCluster cluster) {
        cluster.apply(MANIFEST);
        String node = cluster.node("node1").address();
        var curl = List.of("curl", "--silent", "--max-time", "2", "http://" + node + ":" + NODE_PORT + "/hostname");
        Command command = Command.of(cluster.fabric().client().command(curl));
        assertTrue(Await.until(LIMIT, () -> command.result().output().equals("echo")));
        return new InetSocketAddress(node, NODE_PORT);
    }

    public static void delete(KubernetesCluster cluster) {
        cluster.kubectl("delete", "pod/echo", "service/echo", "--timeout=300s");
    }
}
