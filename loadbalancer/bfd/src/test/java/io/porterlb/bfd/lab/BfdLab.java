package io.porterlb.bfd.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdListener;
import io.porterlb.bfd.BfdSpeaker;
import io.porterlb.test.cluster.Teardown;
import io.porterlb.test.cluster.network.Link;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A speaker's namespace and a router's, with a cable between them, or with a third one between them that
/// forwards.
///
/// ```
/// near (10.98.0.1, fd98::1) ── far (10.98.0.2, fd98::2)
/// near (10.98.0.1, fd98::1) ── middle ── far (10.98.1.2, fd98:0:0:1::2)
/// ```
public final class BfdLab implements AutoCloseable {
    /// The name of the interface of both ends.
    public static final String DEVICE = "eth0";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final Names names;
    private final Path folder;
    private final boolean routed;

    private BfdLab(boolean routed) {
        String name = "bfd" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
        this.names = new Names(name);
        this.folder = Path.of("/var/tmp/porterlb-bfd", name);
        this.routed = routed;
    }

    /// Both ends on one link.
    public static BfdLab onLink() {
        BfdLab lab = new BfdLab(false);
        return lab.built(lab::connectEnds);
    }

    /// Both ends on a link of their own, and a router between them.
    public static BfdLab overRouter() {
        BfdLab lab = new BfdLab(true);
        return lab.built(lab::connectByRouter);
    }

    private BfdLab built(Runnable network) {
        try {
            new Cgroup(names.prefix()).create();
            network.run();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// On one link; also to be called after the interface of the near end was deleted.
    public void connectEnds() {
        create(near());
        create(far());
        connect(near(), DEVICE, far(), DEVICE);
        address(near(), DEVICE, "10.98.0.1/24", "fd98::1/64");
        address(far(), DEVICE, "10.98.0.2/24", "fd98::2/64");
    }

    private void connectByRouter() {
        NetworkNamespace middle = names.namespace("middle");
        List.of(near(), middle, far()).forEach(BfdLab::create);
        middle.sysctl(Map.of("net.ipv4.ip_forward", "1", "net.ipv6.conf.all.forwarding", "1"));
        connect(near(), DEVICE, middle, "left");
        connect(far(), DEVICE, middle, "right");
        address(near(), DEVICE, "10.98.0.1/24", "fd98::1/64");
        address(middle, "left", "10.98.0.254/24", "fd98::fe/64");
        address(middle, "right", "10.98.1.254/24", "fd98:0:0:1::fe/64");
        address(far(), DEVICE, "10.98.1.2/24", "fd98:0:0:1::2/64");
        near().ip(List.of("route add default via 10.98.0.254", "route add ::/0 via fd98::fe"));
        far().ip(List.of("route add default via 10.98.1.254", "route add ::/0 via fd98:0:0:1::fe"));
    }

    private static void create(NetworkNamespace namespace) {
        if (!namespace.exists()) {
            NetworkNamespace.create(namespace.name());
        }
    }

    private static void connect(NetworkNamespace one, String device, NetworkNamespace two, String otherDevice) {
        one.ip(List.of(
                "link add " + device + " type veth peer name " + otherDevice + " netns " + two.name(),
                "link set " + device + " up"));
        two.ip(List.of("link set " + otherDevice + " up"));
    }

    private static void address(NetworkNamespace namespace, String device, String v4, String v6) {
        namespace.ip(
                List.of("address add " + v4 + " dev " + device, "address add " + v6 + " dev " + device + " nodad"));
    }

    public NetworkNamespace near() {
        return names.namespace("near");
    }

    public NetworkNamespace far() {
        return names.namespace("far");
    }

    /// The speaker's address.
    public IpAddress nearAddress(IpFamily family) {
        return IpAddress.of(family == IpFamily.V4 ? "10.98.0.1" : "fd98::1");
    }

    /// The router's address.
    public IpAddress farAddress(IpFamily family) {
        String onLink = family == IpFamily.V4 ? "10.98.0.2" : "fd98::2";
        String behindRouter = family == IpFamily.V4 ? "10.98.1.2" : "fd98:0:0:1::2";
        return IpAddress.of(routed ? behindRouter : onLink);
    }

    /// The link-local address of an end's interface.
    public IpAddress linkLocal(NetworkNamespace namespace) {
        String text = namespace.exec("ip", "-6", "-o", "address", "show", "dev", DEVICE, "scope", "link");
        return IpAddress.of(text.replaceAll("(?s).*inet6 ([0-9a-f:]+)/.*", "$1"));
    }

    /// The cable at the far end.
    public Link link() {
        var near = new Link.End("near", near(), DEVICE);
        var far = new Link.End("far", far(), DEVICE);
        return new Link("near-far", near, far, far);
    }

    /// A speaker at the near end. Its thread, and so its sockets, belong to the namespace of the thread that
    /// gives it its first order.
    public BfdSpeaker speaker(BfdListener listener) {
        return speaker(near(), listener);
    }

    /// A speaker at any end.
    public BfdSpeaker speaker(NetworkNamespace namespace, BfdListener listener) {
        return namespace.call(() -> {
            BfdSpeaker speaker = BfdSpeaker.start(listener);
            speaker.configure(Set.of());
            return speaker;
        });
    }

    Place place() {
        return new Place("far", far().command(List.of()), new Cgroup(names.prefix()), folder);
    }

    Path folder() {
        return folder;
    }

    /// Removes everything, and ends what runs in it.
    @Override
    public void close() {
        new Teardown(names, folder).run();
    }
}
