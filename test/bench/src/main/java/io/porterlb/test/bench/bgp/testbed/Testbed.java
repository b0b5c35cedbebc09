package io.porterlb.test.bench.bgp.testbed;

import io.porterlb.test.cluster.Teardown;
import io.porterlb.test.cluster.fabric.FabricBuilder;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.fabric.Topology.Host;
import io.porterlb.test.cluster.network.Names;
import io.porterlb.test.cluster.network.NetworkNamespace;
import io.porterlb.test.cluster.process.Cgroup;
import io.porterlb.test.cluster.process.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Three network namespaces: whoever announces, a switch, whoever receives. Gone when it is closed, or the process
/// ends. Needs root.
///
/// ```
/// announcer ── switch ── receiver
/// 10.99.0.1              10.99.0.2
/// AS 65001               AS 65002
/// ```
public final class Testbed implements AutoCloseable {
    public static final String ANNOUNCER_ADDRESS = "10.99.0.1";
    public static final String RECEIVER_ADDRESS = "10.99.0.2";
    public static final int ANNOUNCER_AS = 65001;
    public static final int RECEIVER_AS = 65002;

    private static final String ANNOUNCER = "announcer";
    private static final String RECEIVER = "receiver";
    private static final String SWITCH = "switch";

    private final Names names = new Names("bench" + ProcessHandle.current().pid());
    private final Path folder = Path.of("/var/tmp/porterlb-bench", names.cluster());
    private final Thread onExit = new Thread(this::remove, "remove the test bed");

    public Testbed() throws IOException {
        Runtime.getRuntime().addShutdownHook(onExit);
        Files.createDirectories(folder);
        cgroup().create();
        new FabricBuilder(
                        new Topology(
                                List.of(
                                        Host.segment(SWITCH),
                                        Host.of(ANNOUNCER, List.of()),
                                        Host.of(RECEIVER, List.of())),
                                List.of(
                                        Topology.under(SWITCH, ANNOUNCER, "eth0", List.of(ANNOUNCER_ADDRESS + "/24")),
                                        Topology.under(SWITCH, RECEIVER, "eth0", List.of(RECEIVER_ADDRESS + "/24"))),
                                List.of()),
                        names)
                .build();
        // BFD packets are taken with a time to live of 255 only, which Java can't set for a single socket
        receiver().sysctl(Map.of("net.ipv4.ip_default_ttl", "255"));
    }

    private Cgroup cgroup() {
        return new Cgroup(names.prefix());
    }

    public NetworkNamespace announcer() {
        return names.namespace(ANNOUNCER);
    }

    public NetworkNamespace receiver() {
        return names.namespace(RECEIVER);
    }

    /// Where announcers' processes run.
    public Place place() {
        return new Place(ANNOUNCER, announcer().command(List.of()), cgroup(), folder);
    }

    /// A fresh folder for an announcer's files.
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private void remove() {
        new Teardown(names, folder).run();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onExit);
        remove();
    }
}
