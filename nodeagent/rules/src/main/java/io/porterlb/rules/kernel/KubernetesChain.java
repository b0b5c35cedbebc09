package io.porterlb.rules.kernel;

import io.porterlb.rules.command.Command;
import io.porterlb.rules.forward.Iptables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// kube-proxy's chain for the Service `default/kubernetes`, which every cluster has. It marks what is not from Pods to
/// be
/// masqueraded, if kube-proxy knows what is from Pods (`localDetector` in `pkg/proxy/iptables/proxier.go` and
/// `pkg/proxy/nftables/proxier.go` of Kubernetes).
final class KubernetesChain {
    private static final String OF_IPTABLES = "KUBE-SVC-NPX46M4PTMTKRN6Y"; // hash of default/kubernetes:https and tcp
    private static final String OF_NFTABLES = "service-2QRHZV4L-default/kubernetes/tcp/https";
    private static final List<String> MARKS = List.of("KUBE-MARK-MASQ", "mark-for-masquerade");

    private KubernetesChain() {}

    /// Whether it marks; empty where there is no such chain, as with other modes and proxies.
    static Optional<Boolean> marks() {
        return Stream.of("ip", "ip6")
                .flatMap(KubernetesChain::listings)
                .map(Programs::run)
                .filter(outcome -> outcome.problem().isEmpty())
                .map(outcome -> MARKS.stream().anyMatch(outcome.printed()::contains))
                .reduce(Boolean::logicalAnd);
    }

    /// In the order of likelihood. What is not there fails, and is not made by being asked for.
    private static Stream<Command> listings(String family) {
        Stream<Command> nft = Stream.of(
                Command.asking("nft", "list", "chain", family, "nat", OF_IPTABLES),
                Command.asking("nft", "list", "chain", family, "kube-proxy", OF_NFTABLES));
        Stream<Command> legacy = LegacyTables.of(family).contains("nat")
                ? Arrays.stream(Iptables.values())
                        .filter(iptables ->
                                !iptables.isNft() && iptables.family().equals(family))
                        .map(iptables -> iptables.listing("nat", OF_IPTABLES))
                : Stream.empty();
        return Stream.concat(nft, legacy);
    }
}
