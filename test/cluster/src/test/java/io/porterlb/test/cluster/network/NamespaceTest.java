package io.porterlb.test.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.CommandResult;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two namespaces and a link between them; needs root.
@Tag("cluster")
class NamespaceTest {
    private static final String NEAR = "10.9.0.1";
    private static final String FAR = "10.9.0.2";

    private final Names names = new Names("nst" + ProcessHandle.current().pid());
    private final NetworkNamespace near = names.namespace("near");
    private final NetworkNamespace far = names.namespace("far");
    private final Link.End nearEnd = new Link.End("near", near, "eth0");
    private final Link.End farEnd = new Link.End("far", far, "near");
    private final Link link = new Link("near-far", nearEnd, farEnd, farEnd);

    @BeforeEach
    void connect() {
        NetworkNamespace.create(near.name());
        NetworkNamespace.create(far.name());
        near.ip(List.of(
                "link add eth0 type veth peer name near netns " + far,
                "address add " + NEAR + "/24 dev eth0",
                "link set eth0 up",
                "route add 192.0.2.0/24 via " + FAR));
        far.ip(List.of("address add " + FAR + "/24 dev near", "link set near up"));
    }

    @AfterEach
    void delete() {
        names.existing().forEach(NetworkNamespace::delete);
    }

    private boolean reaches() {
        CommandResult ping =
                Command.of(near.command(List.of("ping", "-c1", "-W1", FAR))).result();
        return ping.exitStatus() == 0;
    }

    /// The kernel asks for a neighbour's address once a second.
    private boolean reachesSoon() {
        return Await.until(Duration.ofSeconds(10), this::reaches);
    }

    private boolean hasCarrier() {
        return near.exec("ip", "link", "show", "dev", "eth0").contains("LOWER_UP");
    }

    @Test
    void cutTakesTheCarrierButNotTheAddressesAndRoutesOfTheOtherEnd() {
        assertTrue(reachesSoon());
        link.cut();
        assertFalse(hasCarrier());
        assertFalse(reaches());
        assertTrue(near.exec("ip", "route").contains("192.0.2.0/24"));
        link.restore();
        assertTrue(hasCarrier());
        assertTrue(reachesSoon());
    }

    @Test
    void silentCutLeavesTheCarrier() {
        link.cutSilently();
        assertTrue(hasCarrier());
        near.exec("ip", "neigh", "flush", "all");
        assertFalse(reaches());
        link.restore();
        assertTrue(reachesSoon());
    }

    @Test
    void restoringAWholeLinkChangesNothing() {
        link.restore();
        assertTrue(reachesSoon());
    }

    @Test
    void packetsAreCountedInBothDirections() {
        long before = link.packetsTowardsNodes();
        long all = link.packets();
        assertTrue(reachesSoon());
        assertTrue(link.packetsTowardsNodes() > before);
        assertTrue(link.packets() - all > link.packetsTowardsNodes() - before);
    }

    @Test
    void socketMadeInsideStaysInsideWhateverThreadUsesIt() throws Exception {
        try (ServerSocket server = far.call(() -> new ServerSocket(0, 1, InetAddress.ofLiteral(FAR)));
                SocketChannel client = near.call(SocketChannel::open)) {
            client.connect(new InetSocketAddress(FAR, server.getLocalPort()));
            try (Socket accepted = server.accept()) {
                assertEquals(NEAR, accepted.getInetAddress().getHostAddress());
            }
        }
    }

    @Test
    void kernelParametersAreTheNamespacesOwn() {
        near.sysctl(Map.of("net.ipv4.ip_forward", "1"));
        assertEquals("1", near.exec("sysctl", "-n", "net.ipv4.ip_forward").strip());
        far.sysctl(Map.of("net.ipv4.ip_forward", "0"));
        assertEquals("1", near.exec("sysctl", "-n", "net.ipv4.ip_forward").strip());
        assertFalse(near.hasSysctl("net.ipv4.no_such_parameter"));
    }

    @Test
    void namespaceThatIsMissingIsNamed() {
        var failure = assertThrows(
                UncheckedIOException.class, () -> names.namespace("none").call(() -> 1));
        assertTrue(String.valueOf(failure.getMessage()).contains("/run/netns/" + names.prefix() + ".none"));
    }
}
