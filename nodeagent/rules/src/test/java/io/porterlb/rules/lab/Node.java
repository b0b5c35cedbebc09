package io.porterlb.rules.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.rules.KernelRules;
import io.porterlb.rules.Port;
import io.porterlb.rules.Protocol;
import io.porterlb.rules.RuleListener;
import io.porterlb.rules.Vip;
import io.porterlb.test.cluster.Teardown;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Cgroup;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A client, its router, a node and a Pod, in a row. The router sends what is for the VIPs to the node, whose
/// default route leads back.
///
/// ```
/// client 10.97.1.2 ── 10.97.1.1 router 10.97.0.1 ── 10.97.0.2 node 10.97.2.1 ── 10.97.2.2 pod
/// ```
public final class Node implements AutoCloseable {
    public static final IpAddress V4 = IpAddress.of("10.97.9.7");
    public static final IpAddress V6 = IpAddress.of("fd97:9::7");
    public static final String POD_V4 = "10.97.2.2";
    public static final String POD_V6 = "fd97:2::2";

    /// Port 80 is the Pod's; 81 is a Service's that kube-proxy does not translate (here).
    public static final Set<Vip> VIPS = Set.of(vip(V4), vip(V6));

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TIMEOUT_MILLIS = 1_500; // a client asks again after one second
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Names names = new Names("rules" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet());
    private final PodServer server;

    private Node() {
        try {
            new Cgroup(names.prefix()).create();
            List.of(client(), router(), node(), pod()).forEach(namespace -> NetworkNamespace.create(namespace.name()));
            connect(client(), router(), 1);
            connect(node(), router(), 0);
            connect(pod(), node(), 2);
            routes();
            awaitLinkLocalAddresses();
            server = PodServer.in(pod());
        } catch (RuntimeException e) {
            new Teardown(names, Path.of("/var/tmp/porterlb-rules")).run();
            throw e;
        }
    }

    public static Node create() {
        return new Node();
    }

    private static Vip vip(IpAddress address) {
        return new Vip(address, Set.of(new Port(Protocol.TCP, 80), new Port(Protocol.TCP, 81)));
    }

    /// The first one's default route leads to the second one.
    private static void connect(NetworkNamespace lower, NetworkNamespace upper, int net) {
        lower.ip(List.of("link add net" + net + " type veth peer name net" + net + " netns " + upper.name()));
        upper.ip(List.of(
                "address add 10.97." + net + ".1/24 dev net" + net,
                "address add fd97:" + net + "::1/64 dev net" + net + " nodad",
                "link set net" + net + " up"));
        lower.ip(List.of(
                "address add 10.97." + net + ".2/24 dev net" + net,
                "address add fd97:" + net + "::2/64 dev net" + net + " nodad",
                "link set net" + net + " up",
                "route add default via 10.97." + net + ".1",
                "route add default via fd97:" + net + "::1"));
    }

    private void routes() {
        router().ip(List.of(
                "route add 10.97.9.0/24 via 10.97.0.2",
                "route add fd97:9::/64 via fd97::2",
                "route add 10.97.2.0/24 via 10.97.0.2",
                "route add fd97:2::/64 via fd97::2"));
        Map<String, String> forwarding = Map.of("net.ipv4.ip_forward", "1", "net.ipv6.conf.all.forwarding", "1");
        router().sysctl(forwarding);
        node().sysctl(forwarding);
    }

    /// Forwarded IPv6 packets find no neighbor before duplicate address detection is over.
    private void awaitLinkLocalAddresses() {
        List.of(client(), router(), node(), pod())
                .forEach(namespace -> Await.until(
                        PATIENCE, () -> !namespace.exec("ip", "-6", "address").contains("tentative")));
    }

    public NetworkNamespace client() {
        return names.namespace("client");
    }

    public NetworkNamespace router() {
        return names.namespace("router");
    }

    public NetworkNamespace node() {
        return names.namespace("node");
    }

    public NetworkNamespace pod() {
        return names.namespace("pod");
    }

    public void shell(String script) {
        node().exec("sh", "-c", script);
    }

    public void has(Firewall firewall) {
        shell(firewall.script());
    }

    public void has(ProxyMode proxy) {
        shell(proxy.script());
    }

    /// One whose thread, and so its programs, belong to the node.
    public KernelRules rules(RuleListener listener) {
        return node().call(() -> KernelRules.start(listener));
    }

    /// What the client gets.
    public Reply ask(IpAddress address, int port) {
        return client().call(() -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.toInetAddress(), port), TIMEOUT_MILLIS);
                return Reply.CONNECTED;
            } catch (SocketTimeoutException e) {
                return Reply.SILENCE;
            } catch (NoRouteToHostException e) {
                return Reply.UNREACHABLE;
            } catch (ConnectException e) {
                return String.valueOf(e.getMessage()).contains("refused") ? Reply.REFUSED : Reply.UNREACHABLE;
            }
        });
    }

    /// Reads all that the Pod has for the client.
    ///
    /// @return whether it came within the time
    public boolean download(IpAddress address, int timeoutMillis) {
        return client().call(() -> {
            try (var socket = new Socket()) {
                socket.setSoTimeout(timeoutMillis);
                socket.connect(new InetSocketAddress(address.toInetAddress(), 80), timeoutMillis);
                return socket.getInputStream().readAllBytes().length == PodServer.LENGTH;
            } catch (SocketTimeoutException e) {
                return false;
            }
        });
    }

    /// Counts from now on, in the namespace, what matches.
    public static void count(NetworkNamespace namespace, String name, String matches) {
        namespace.exec("nft", """
                table inet count-%1$s {
                  counter seen {}
                  chain in {
                    type filter hook prerouting priority raw; policy accept;
                    %2$s counter name seen
                  }
                }""".formatted(name, matches));
    }

    public static long packets(NetworkNamespace namespace, String name) {
        String printed = namespace.exec("nft", "list", "counter", "inet", "count-" + name, "seen");
        return Long.parseLong(printed.replaceAll("(?s).*packets (\\d+) .*", "$1"));
    }

    @Override
    public void close() {
        server.close();
        new Teardown(names, Path.of("/var/tmp/porterlb-rules")).run();
    }
}
