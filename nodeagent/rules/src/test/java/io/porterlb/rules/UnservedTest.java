package io.porterlb.rules;

import static io.porterlb.rules.lab.Reply.REFUSED;
import static io.porterlb.rules.lab.Reply.SILENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.rules.lab.Firewall;
import io.porterlb.rules.lab.Node;
import io.porterlb.rules.lab.ProxyMode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of packets to a VIP that nothing translates.
@Tag("cluster")
class UnservedTest {
    private static final int NOBODYS = 4444;
    private static final int LOST = 81; // a Service's port that kube-proxy does not translate
    private static final String STILL_TO_A_VIP = "iifname net0 ip daddr 10.97.9.0/24";

    private final Node node = Node.create();

    @AfterEach
    void close() {
        node.close();
    }

    static List<IpAddress> vips() {
        return List.of(Node.V4, Node.V6);
    }

    private long sentBack() {
        return Node.packets(node.router(), "back");
    }

    @ParameterizedTest
    @EnumSource(ProxyMode.class)
    void loopWithoutTheRulesAndNoneWithThem(ProxyMode proxy) {
        node.has(proxy);
        Node.count(node.router(), "back", STILL_TO_A_VIP);
        assertNotEquals(REFUSED, node.ask(Node.V4, NOBODYS));
        long before = sentBack();
        assertTrue(before > 1, "no loop: " + before);
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(REFUSED, node.ask(Node.V4, NOBODYS));
            assertEquals(REFUSED, node.ask(Node.V6, NOBODYS));
            assertEquals(before, sentBack());
        }
    }

    @ParameterizedTest
    @EnumSource(Firewall.class)
    void refusalIsSaidBehindAFirewallThatDrops(Firewall firewall) {
        node.has(firewall);
        node.has(ProxyMode.NFTABLES);
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(REFUSED, node.ask(Node.V4, NOBODYS));
            assertEquals(REFUSED, node.ask(Node.V6, NOBODYS));
        }
    }

    @ParameterizedTest
    @MethodSource("vips")
    void datagramIsAnsweredByPortUnreachable(IpAddress vip) {
        node.has(ProxyMode.NFTABLES);
        try (KernelRules _ = Rules.on(node)) {
            assertThrows(PortUnreachableException.class, () -> sendDatagram(vip));
        }
    }

    private void sendDatagram(IpAddress vip) throws IOException {
        DatagramSocket socket = node.client().call(DatagramSocket::new);
        try (socket) {
            socket.setSoTimeout((int) Rules.PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(vip.toInetAddress(), NOBODYS));
            socket.send(new DatagramPacket(new byte[1], 1));
            socket.receive(new DatagramPacket(new byte[1], 1));
        }
    }

    /// kube-proxy drops it where a Local Service has just lost its last Pod of this node, or has not written
    /// it yet.
    @ParameterizedTest
    @MethodSource("vips")
    void portOfAServiceIsDroppedAndNotRefused(IpAddress vip) {
        node.has(ProxyMode.NFTABLES);
        Node.count(node.router(), "back", STILL_TO_A_VIP);
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(SILENCE, node.ask(vip, LOST));
            assertEquals(0, sentBack());
        }
    }

    @Test
    void kubeProxysDropComesFirst() {
        node.has(ProxyMode.IPTABLES);
        node.shell("iptables-nft -I FORWARD -d %s -p tcp --dport %d -j DROP".formatted(Node.V4, NOBODYS));
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(SILENCE, node.ask(Node.V4, NOBODYS));
        }
    }

    @Test
    void nothingIsRefusedWithoutKubeProxy() {
        try (KernelRules rules = Rules.on(node)) {
            assertNotEquals(REFUSED, node.ask(Node.V4, NOBODYS));
            node.has(ProxyMode.NFTABLES);
            Rules.await(rules, RuleStatus::refuses);
            assertEquals(REFUSED, node.ask(Node.V4, NOBODYS));
        }
    }

    @ParameterizedTest
    @MethodSource("vips")
    void echoRequestIsAnswered(IpAddress vip) {
        node.has(ProxyMode.NFTABLES);
        List<String> ping = List.of("ping", "-c", "1", "-W", "5", vip.toString());
        assertThrows(RuntimeException.class, () -> node.client().exec(ping.toArray(String[]::new)));
        try (KernelRules _ = Rules.on(node)) {
            String answer = node.client().exec(ping.toArray(String[]::new));
            assertTrue(answer.contains("from " + vip), answer);
        }
    }

    /// A packet that fits into no connection gets no reset, which would end one that lives.
    @Test
    void invalidPacketIsDropped() {
        node.has(ProxyMode.NFTABLES);
        node.shell("nft add table inet strange && nft 'add chain inet strange in"
                + " { type filter hook prerouting priority raw; policy accept; }'"
                + " && nft add rule inet strange in tcp flags syn tcp flags set 'syn | fin'");
        try (KernelRules _ = Rules.on(node)) {
            assertEquals(SILENCE, node.ask(Node.V4, NOBODYS));
        }
    }

    @Test
    void floodIsRefusedNoMoreThanTheLimit() throws IOException {
        int flood = 3_000;
        node.has(ProxyMode.NFTABLES);
        Node.count(node.client(), "resets", "tcp flags & rst == rst");
        try (KernelRules _ = Rules.on(node)) {
            knock(flood);
            long resets = Node.packets(node.client(), "resets");
            assertTrue(resets > 0 && resets < flood / 2, resets + " of " + flood);
        }
    }

    /// Each asks once; none is waited for.
    private void knock(int times) throws IOException {
        List<SocketChannel> channels = new ArrayList<>();
        node.client().call(() -> {
            for (int i = 0; i < times; i++) {
                SocketChannel channel = SocketChannel.open();
                channels.add(channel);
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(Node.V4.toInetAddress(), NOBODYS));
            }
            return times;
        });
        for (SocketChannel channel : channels) {
            channel.close();
        }
    }

    /// Whoever holds the lock of iptables, as kube-proxy does while it writes, keeps everybody from reading.
    @Test
    void kubeProxyIsNotForgottenWhileItsRulesCannotBeRead() throws Exception {
        node.shell("iptables-legacy -t nat -N KUBE-SERVICES && iptables-legacy -t nat -A PREROUTING -j KUBE-SERVICES");
        try (KernelRules rules = Rules.on(node)) {
            Rules.await(rules, RuleStatus::refuses);
            Process lock = new ProcessBuilder("flock", "/run/xtables.lock", "sleep", "300").start();
            try {
                Rules.await(rules, status -> !status.problems().isEmpty());
                assertTrue(rules.status().refuses(), () -> "the status is " + rules.status());
            } finally {
                lock.descendants().forEach(ProcessHandle::destroy);
                lock.destroy();
            }
        }
    }
}
