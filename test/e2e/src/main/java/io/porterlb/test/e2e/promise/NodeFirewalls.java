package io.porterlb.test.e2e.promise;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import java.util.stream.Stream;

/// A firewall on every node, as a hardened host or Docker has it: what is forwarded is dropped. The nodes' own packets
/// pass, as a CNI plugin would see to.
record NodeFirewalls(KubernetesCluster cluster) {
    private static final String OUR_TABLE = "inet porterlb";
    private static final String OUR_JUMP = "FORWARD -j PORTERLB-FORWARD";

    void raise() {
        cluster.nodes().forEach(node -> {
            others(node).forEach(other -> iptables(node, "-A", "FORWARD", "-s", other.address(), "-j", "ACCEPT"));
            iptables(node, "-P", "FORWARD", "DROP");
        });
    }

    void lower() {
        cluster.nodes().forEach(node -> {
            iptables(node, "-P", "FORWARD", "ACCEPT");
            others(node).forEach(other -> iptables(node, "-D", "FORWARD", "-s", other.address(), "-j", "ACCEPT"));
        });
    }

    private Stream<KubernetesNode> others(KubernetesNode node) {
        return cluster.nodes().stream().filter(other -> !other.name().equals(node.name()));
    }

    /// As whoever reloads a firewall does: nobody asks whose rules these are.
    void flushOurs() {
        cluster.nodes().forEach(node -> {
            node.namespace().exec("nft", "delete", "table", "inet", "porterlb");
            iptables(node, "-D", "FORWARD", "-j", "PORTERLB-FORWARD");
        });
    }

    /// Whether the agents' rules are on every node.
    boolean haveOurs() {
        return cluster.nodes().stream().allMatch(NodeFirewalls::hasOurs);
    }

    private static boolean hasOurs(KubernetesNode node) {
        return node.namespace().exec("nft", "list", "tables").contains(OUR_TABLE)
                && iptables(node, "-S", "FORWARD").contains(OUR_JUMP);
    }

    private static String iptables(KubernetesNode node, String... words) {
        return node.namespace()
                .exec(Stream.concat(Stream.of("iptables", "-w"), Stream.of(words))
                        .toArray(String[]::new));
    }
}
