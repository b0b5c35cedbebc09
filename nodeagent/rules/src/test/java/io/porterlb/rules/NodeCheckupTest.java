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
}
