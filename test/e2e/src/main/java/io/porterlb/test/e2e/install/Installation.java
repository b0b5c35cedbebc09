package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.HostProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// PorterLB on a cluster: its CRDs and RBAC, the manager on the first node, an agent on every node.
///
/// @param agents by the name of their node
public record Installation(HostProcess manager, Map<String, HostProcess> agents) {
    public static Installation install(KubernetesCluster cluster) {
        cluster.apply(manifestsWithoutPods());
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all");
        HostProcess manager = startManager(cluster);
        Map<String, HostProcess> agents = new TreeMap<>();
        cluster.nodes().forEach(node -> agents.put(node.name(), startAgent(cluster, node)));
        return new Installation(manager, agents);
    }

    private static String manifestsWithoutPods() {
        try {
            String all = Files.readString(SourceTree.path("manifests/porterlb.yaml"));
            return Arrays.stream(all.split("\n---\n", -1))
                    .filter(object -> !object.contains("kind: Deployment\n") && !object.contains("kind: DaemonSet\n"))
                    .collect(Collectors.joining("\n---\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HostProcess startManager(KubernetesCluster cluster) {
        Path kubeconfig = ServiceAccountKubeconfig.write(cluster, "porter-manager");
        return cluster.start(
                cluster.nodes().getFirst().name(),
                "porter-manager",
                Program.MANAGER.command("--kubeconfig", kubeconfig.toString()));
    }

    private static HostProcess startAgent(KubernetesCluster cluster, KubernetesNode node) {
        Path kubeconfig = ServiceAccountKubeconfig.writeForNode(cluster, "porter-agent", node.name());
        return node.start(
                "porter-agent",
                Program.AGENT
                        .command("--kubeconfig", kubeconfig.toString(), "--node-name", node.name())
                        .toArray(String[]::new));
    }
}
