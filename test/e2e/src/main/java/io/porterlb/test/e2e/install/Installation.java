package io.porterlb.test.e2e.install;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.process.HostProcess;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// PorterLB on a cluster: its CRDs and RBAC, the manager on the first node, an agent on every node.
///
/// @param agents by the name of their node
public record Installation(HostProcess manager, Map<String, HostProcess> agents) {
    public static Installation install(KubernetesCluster cluster) {
        cluster.kubectl("apply", "-f", SourceTree.path("manifests/crds").toString());
        cluster.kubectl("wait", "--for=condition=Established", "--timeout=60s", "crd", "--all");
        String rbac = SourceTree.path("manifests/rbac").toString();
        cluster.kubectl("apply", "-f", rbac + "/namespace.yaml", "-f", rbac); // what is in a namespace comes after it
        HostProcess manager = startManager(cluster);
        Map<String, HostProcess> agents = new TreeMap<>();
        cluster.nodes().forEach(node -> agents.put(node.name(), startAgent(cluster, node)));
        return new Installation(manager, agents);
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
