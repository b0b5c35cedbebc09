package io.porterlb.rules.check;

import io.porterlb.address.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Judges a node's settings.
public final class NodeChecks {
    private NodeChecks() {}

    /// What is not as it should be.
    ///
    /// @param served the families of the addresses that the node serves
    /// @return in the order of [NodeCheck]; empty for a good node
    public static List<Finding> findings(NodeFacts facts, Set<IpFamily> served) {
        return Stream.of(
                        served.stream().sorted().flatMap(family -> forwarding(facts, family).stream()),
                        reversePath(facts).stream(),
                        forwardChains(facts).stream(),
                        strictArp(facts).stream(),
                        detectLocal(facts).stream())
                .flatMap(findings -> findings)
                .toList();
    }

    private static Optional<Finding> forwarding(NodeFacts facts, IpFamily family) {
        String setting = switch (family) {
            case V4 -> "net.ipv4.ip_forward";
            case V6 -> "net.ipv6.conf.all.forwarding";
        };
        return found(
                !facts.forwarding().contains(family),
                NodeCheck.IP_FORWARDING,
                "%s is 0: the kernel drops what is for Pods. Set it to 1, also under /etc/sysctl.d."
                        .formatted(setting));
    }

    private static Optional<Finding> reversePath(NodeFacts facts) {
        return found(
                !facts.strictReversePath().isEmpty(),
                NodeCheck.REVERSE_PATH,
                "rp_filter is strict on %s: what comes in there from a client that the node would answer through another interface is dropped. Set net.ipv4.conf.all.rp_filter to 2, also under /etc/sysctl.d."
                        .formatted(String.join(", ", facts.strictReversePath())));
    }

    private static Optional<Finding> forwardChains(NodeFacts facts) {
        return found(
                !facts.closedChains().isEmpty(),
                NodeCheck.FORWARD_CHAINS,
                "%s drops what it does not know, and PorterLB's accept is not there: traffic for service addresses may not reach Pods. See whether porter-agent runs on this node, and what it says of its rules."
                        .formatted(String.join(", ", facts.closedChains())));
    }

    private static Optional<Finding> strictArp(NodeFacts facts) {
        return found(
                facts.ipvs() && !facts.strictArp(),
                NodeCheck.IPVS_STRICT_ARP,
                "kube-proxy has its service addresses on kube-ipvs0 and the kernel answers ARP for them, so every node claims each address. Set ipvs.strictARP to true in kube-proxy's configuration.");
    }

    private static Optional<Finding> detectLocal(NodeFacts facts) {
        return found(
                !facts.detectsLocal(),
                NodeCheck.DETECT_LOCAL,
                "kube-proxy does not know the addresses of Pods: what a Pod here sends to an address of a Service with externalTrafficPolicy: Local is dropped if none of the Service's Pods is on this node. Set clusterCIDR, or another detectLocalMode, in kube-proxy's configuration.");
    }

    private static Optional<Finding> found(boolean wrong, NodeCheck check, String message) {
        return wrong ? Optional.of(new Finding(check, message)) : Optional.empty();
    }
}
