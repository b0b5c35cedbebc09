package io.porterlb.test.e2e.footprint;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.kubernetes.KubernetesNode;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// kube-proxy writes rules on every machine, and always a little later than what they follow from. In its mode
/// iptables.
public final class KubeProxies {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private KubeProxies() {}

    /// Waits until each has begun, so that its first rules are not taken for somebody else's. The control plane's one
    /// looks for a Node of its own for half a minute, which there is none of, before it begins.
    public static void await(KubernetesCluster cluster) {
        Stream.concat(Stream.of("control-plane"), cluster.nodes().stream().map(KubernetesNode::name))
                .forEach(role -> await(cluster.namespace(role)));
    }

    private static void await(NetworkNamespace machine) {
        require(
                "rules of kube-proxy on " + machine,
                () -> Stream.of("iptables-save", "ip6tables-save")
                        .allMatch(program -> machine.exec(program).contains("KUBE-POSTROUTING")));
    }

    /// Waits until every node knows these IPv4 addresses of Services, for which kube-proxy needs a second. Until then a
    /// client's packets are dropped there, or, before the agent knows of the address, sent back to the router. Of
    /// those the kernel notes for two minutes that what comes from the same port is not to be translated.
    public static void awaitAddresses(KubernetesCluster cluster, Collection<String> addresses) {
        for (KubernetesNode node : cluster.nodes()) {
            require("rules of kube-proxy for " + addresses + " on " + node, () -> {
                String rules = rules(node);
                return addresses.stream().allMatch(address -> isIn(rules, address));
            });
        }
    }

    /// Waits until no node knows these addresses any more. On one that was cut off, kube-proxy needs most of a
    /// minute to notice that it does not hear of the API server.
    public static void awaitNone(KubernetesCluster cluster, Collection<String> addresses) {
        for (KubernetesNode node : cluster.nodes()) {
            require("no rules of kube-proxy for " + addresses + " on " + node, () -> {
                String rules = rules(node);
                return addresses.stream().noneMatch(address -> isIn(rules, address));
            });
        }
    }

    private static String rules(KubernetesNode node) {
        return node.namespace().exec("iptables-save", "-t", "nat");
    }

    private static boolean isIn(String rules, String address) {
        return rules.contains(" " + address + "/32 ");
    }

    private static void require(String what, BooleanSupplier question) {
        if (!Await.until(LIMIT, PAUSE, question)) {
            throw new IllegalStateException("not there after " + LIMIT.toSeconds() + " s: " + what);
        }
    }
}
