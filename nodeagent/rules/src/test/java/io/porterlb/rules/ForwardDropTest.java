package io.porterlb.rules;

import static io.porterlb.rules.lab.Reply.CONNECTED;
import static io.porterlb.rules.lab.Reply.SILENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.rules.lab.Firewall;
import io.porterlb.rules.lab.Node;
import io.porterlb.rules.lab.ProxyMode;
import io.porterlb.test.cluster.process.Await;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What a firewall of the node drops, and what passes all the same.
@Tag("cluster")
class ForwardDropTest {
    private static final int POD_PORT = 8080;
    private static final int PATIENT_MILLIS = 30_000;

    private final Node node = Node.create();

    @AfterEach
    void close() {
        node.close();
    }

    static Stream<Arguments> beds() {
        return Arrays.stream(Firewall.values())
                .flatMap(firewall -> Arrays.stream(ProxyMode.values()).map(proxy -> Arguments.of(firewall, proxy)));
    }

    @ParameterizedTest
    @MethodSource("beds")
    void vipTrafficReachesThePodAndNothingElseDoes(Firewall firewall, ProxyMode proxy) {
        node.has(firewall);
        node.has(proxy);
        assertNotEquals(CONNECTED, node.ask(Node.V4, 80));
        assertNotEquals(CONNECTED, node.ask(Node.V6, 80));
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(CONNECTED, node.ask(Node.V4, 80));
            assertEquals(CONNECTED, node.ask(Node.V6, 80));
            assertNotEquals(CONNECTED, node.ask(IpAddress.of(Node.POD_V4), POD_PORT));
            assertNotEquals(CONNECTED, node.ask(IpAddress.of(Node.POD_V6), POD_PORT));
        }
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void rulesComeBackWhenSomebodyFlushesThem(Firewall firewall) {
        node.has(ProxyMode.NFTABLES);
        node.has(firewall);
        try (KernelRules _ = Rules.on(node)) {
            node.shell("nft flush ruleset; for i in iptables-legacy ip6tables-legacy; do $i -F; $i -X; done");
            node.has(ProxyMode.NFTABLES);
            node.has(firewall);
            assertTrue(Await.until(Rules.PATIENCE, () -> node.ask(Node.V4, 80) == CONNECTED));
            assertTrue(Await.until(Rules.PATIENCE, () -> node.ask(Node.V6, 80) == CONNECTED));
        }
    }

    @Test
    void rulesStayWhenTheirOwnerEnds() {
        node.has(Firewall.IPTABLES_NFT);
        node.has(ProxyMode.IPTABLES);
        Rules.on(node).close();
        assertEquals(CONNECTED, node.ask(Node.V4, 80));
    }

    @ParameterizedTest
    @EnumSource(ProxyMode.class)
    void pathMtuErrorsReachThePodsConnection(ProxyMode proxy) {
        node.has(Firewall.IPTABLES_NFT);
        node.has(proxy);
        node.router().exec("ip", "link", "set", "net1", "mtu", "1300");
        try (KernelRules _ = Rules.on(node)) {
            assertTrue(node.download(Node.V4, PATIENT_MILLIS));
            assertTrue(node.download(Node.V6, PATIENT_MILLIS));
        }
    }

    /// The shape of Calico's FORWARD: policies first, an accept for what they allow last.
    @Test
    void networkPoliciesHaveTheLastWord() {
        node.has(Firewall.IPTABLES_NFT);
        node.has(ProxyMode.IPTABLES);
        node.shell("""
                iptables-nft -N cali-FORWARD &&
                iptables-nft -I FORWARD -j cali-FORWARD &&
                iptables-nft -A FORWARD -m mark --mark 0x10000/0x10000 -j ACCEPT &&
                iptables-nft -A cali-FORWARD -p tcp --dport 8080 -j DROP""");
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(SILENCE, node.ask(Node.V4, 80));
            node.shell("iptables-nft -F cali-FORWARD");
            assertEquals(CONNECTED, node.ask(Node.V4, 80));
        }
    }

    @Test
    void refusalThatIsLoggedFirstIsOne() {
        node.has(ProxyMode.NFTABLES);
        node.shell("nft 'table inet filter { chain forward { type filter hook forward priority filter;"
                + " log prefix \"refused \" level info drop; }; }'");
        assertEquals(SILENCE, node.ask(Node.V4, 80));
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(CONNECTED, node.ask(Node.V4, 80));
        }
    }

    @Test
    void whatSomebodyElseHasMarkedIsNotLetThrough() {
        node.has(Firewall.IPTABLES_NFT);
        node.has(ProxyMode.NFTABLES);
        node.shell("nft 'table inet other { chain in { type filter hook prerouting priority mangle;"
                + " meta mark set 0x1000; }; }'");
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(CONNECTED, node.ask(Node.V4, 80));
            assertNotEquals(CONNECTED, node.ask(IpAddress.of(Node.POD_V4), POD_PORT));
        }
    }
}
