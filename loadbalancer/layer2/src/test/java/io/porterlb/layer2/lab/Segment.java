package io.porterlb.layer2.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import io.porterlb.test.cluster.Teardown;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.cluster.process.Cgroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A machine with a speaker and a neighbor, with a cable or a switch between them.
///
/// ```
/// near (10.98.0.1, fd98::1) ── far (10.98.0.2, fd98::2)
/// ```
public final class Segment implements AutoCloseable {
    /// The name of the interface of both.
    public static final String DEVICE = "eth0";

    public static final IpAddress V4 = IpAddress.of("10.98.0.7");
    public static final IpAddress V6 = IpAddress.of("fd98::7");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Names names;

    private Segment() {
        names = new Names("l2" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet());
    }

    /// With a cable.
    public static Segment cable() {
        Segment segment = new Segment();
        return segment.built(segment::connect);
    }

    /// With a switch that passes multicast on to those only that it has heard asking for it.
    public static Segment snoopingSwitch() {
        Segment segment = new Segment();
        return segment.built(segment::connectBySwitch);
    }

    private Segment built(Runnable network) {
        try {
            new Cgroup(names.prefix()).create();
            List.of(near(), far()).forEach(namespace -> NetworkNamespace.create(namespace.name()));
            network.run();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Also to be called after the interface of an end was deleted, which takes the other with it.
    public void connect() {
        near().ip(List.of("link add " + DEVICE + " type veth peer name " + DEVICE + " netns " + far().name()));
        addresses();
    }

    private void connectBySwitch() {
        NetworkNamespace bridge = NetworkNamespace.create(bridge().name());
        bridge.ip(List.of("link add br0 type bridge mcast_snooping 1 mcast_querier 1 mcast_query_interval 100"));
        for (NetworkNamespace end : List.of(near(), far())) {
            String port = end.equals(near()) ? "near" : "far";
            bridge.ip(List.of(
                    "link add " + port + " type veth peer name " + DEVICE + " netns " + end.name(),
                    "link set " + port + " master br0 up"));
        }
        bridge.ip(List.of("link set br0 up"));
        addresses();
    }

    private void addresses() {
        up(near(), "10.98.0.1/24", "fd98::1/64");
        up(far(), "10.98.0.2/24", "fd98::2/64");
        // A link-local address can't be used before duplicate address detection is over.
        Await.until(PATIENCE, () -> !isTentative(near()) && !isTentative(far()));
    }

    private static boolean isTentative(NetworkNamespace namespace) {
        return namespace.exec("ip", "-6", "address").contains("tentative");
    }

    private static void up(NetworkNamespace namespace, String v4, String v6) {
        namespace.ip(List.of(
                "address add " + v4 + " dev " + DEVICE,
                "address add " + v6 + " dev " + DEVICE + " nodad",
                "link set " + DEVICE + " up"));
    }

    public NetworkNamespace near() {
        return names.namespace("near");
    }

    public NetworkNamespace far() {
        return names.namespace("far");
    }

    public NetworkNamespace bridge() {
        return names.namespace("bridge");
    }

    /// The MAC address of an end.
    public static MacAddress mac(NetworkNamespace namespace) {
        String text = namespace.exec("ip", "-o", "link", "show", "dev", DEVICE);
        return MacAddress.of(text.replaceAll("(?s).*link/ether ([0-9a-f:]+) .*", "$1"));
    }

    /// Gives an order to a speaker at the near end, whose threads, and so its sockets, then belong there.
    public void at(Runnable order) {
        near().call(() -> {
            order.run();
            return true;
        });
    }

    /// Whom the kernel of the far end takes the address to belong to, after it has asked; empty text if nobody
    /// answers.
    public String resolved(IpAddress address) {
        far().exec("sh", "-c", "ip neigh flush dev " + DEVICE + "; ping -c 1 -W 1 " + address + " || true");
        return neighbor(address);
    }

    /// Asserts that the kernel of the far end comes to take the address to belong to the near one.
    public void assertResolved(IpAddress address) {
        String own = mac(near()).toString();
        assertTrue(
                Await.until(PATIENCE, () -> resolved(address).equals(own)),
                () -> address + " belongs to '" + neighbor(address) + "' instead of " + own);
    }

    /// What the kernel of the far end believes, unasked.
    public String neighbor(IpAddress address) {
        String line = far().exec("ip", "neigh", "show", address.toString(), "dev", DEVICE);
        return line.contains("lladdr") ? line.replaceAll("(?s).*lladdr ([0-9a-f:]+).*", "$1") : "";
    }

    @Override
    public void close() {
        new Teardown(names, Path.of("/var/tmp/porterlb-layer2")).run();
    }
}
