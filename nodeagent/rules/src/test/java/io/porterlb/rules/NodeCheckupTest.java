package io.porterlb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpFamily;
import io.porterlb.rules.check.Finding;
import io.porterlb.rules.check.NodeCheck;
import io.porterlb.rules.lab.Firewall;
import io.porterlb.rules.lab.Node;
import io.porterlb.rules.lab.ProxyMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is found on a node in namespaces, one fault at a time.
@Tag("cluster")
class NodeCheckupTest {
    private final Node node = Node.create();

    @BeforeEach
    void good() {
        node.node()
                .sysctl(Map.of(
                        "net.ipv4.conf.all.rp_filter", "0",
                        "net.ipv4.conf.net0.rp_filter", "0",
                        "net.ipv4.conf.net2.rp_filter", "0"));
        assertEquals(List.of(), findings());
    }

    @AfterEach
    void close() {
        node.close();
    }

    private List<NodeCheck> findings() {
        return node.node().call(() -> NodeCheckup.findings(EnumSet.allOf(IpFamily.class))).stream()
                .map(Finding::check)
                .toList();
    }

    @Test
    void forwardingThatIsOff() {
        node.node().sysctl(Map.of("net.ipv4.ip_forward", "0"));
        assertEquals(List.of(NodeCheck.IP_FORWARDING), findings());
    }

    @Test
    void strictReversePath() {
        node.node().sysctl(Map.of("net.ipv4.conf.net0.rp_filter", "1"));
        assertEquals(List.of(NodeCheck.REVERSE_PATH), findings());
    }

    @Test
    void firewallThatDropsUntilTheRulesAreThere() {
        node.has(Firewall.IPTABLES_NFT);
        node.has(ProxyMode.IPTABLES);
        assertEquals(List.of(NodeCheck.FORWARD_CHAINS), findings());
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(List.of(), findings());
        }
    }

    /// This kernel may have no IPVS and no dummy interfaces: what counts is the name.
    @Test
    void ipvsThatAnswersArp() {
        node.node().exec("ip", "link", "add", "kube-ipvs0", "type", "bridge");
        assertEquals(List.of(NodeCheck.IPVS_STRICT_ARP), findings());
        node.node().sysctl(Map.of("net.ipv4.conf.all.arp_ignore", "1", "net.ipv4.conf.all.arp_announce", "2"));
        assertEquals(List.of(), findings());
    }

    /// The chain of default/kubernetes as kube-proxy 1.35 writes it, without and with a `clusterCIDR`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "iptables-nft -t nat -N KUBE-SVC-NPX46M4PTMTKRN6Y; iptables-nft -t nat -N KUBE-MARK-MASQ",
                "iptables-legacy -t nat -N KUBE-SVC-NPX46M4PTMTKRN6Y; iptables-legacy -t nat -N KUBE-MARK-MASQ",
                "nft 'table ip kube-proxy { chain mark-for-masquerade {}; chain service-2QRHZV4L-default/kubernetes/tcp/https {}; }'"
            })
    void kubeProxyThatDoesNotKnowThePods(String chain) {
        node.shell(chain);
        assertEquals(List.of(NodeCheck.DETECT_LOCAL), findings());
        node.shell(
                chain.startsWith("nft")
                        ? "nft add rule ip kube-proxy service-2QRHZV4L-default/kubernetes/tcp/https ip daddr 10.96.0.1 ip saddr != 10.97.2.0/24 jump mark-for-masquerade"
                        : chain.substring(0, chain.indexOf(' '))
                                + " -t nat -A KUBE-SVC-NPX46M4PTMTKRN6Y ! -s 10.97.2.0/24 -d 10.96.0.1 -j KUBE-MARK-MASQ");
        assertEquals(List.of(), findings());
    }
}
