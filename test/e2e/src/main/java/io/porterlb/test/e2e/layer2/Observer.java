package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.e2e.layer2.Answers.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A host on the nodes' segment that asks for addresses every 20 ms and records who says that it has them.
public final class Observer implements AutoCloseable {
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Map<String, String> nodes;
    private final Path file;
    private final HostProcess tcpdump;
    private final Asking asking;

    private Observer(Map<String, String> nodes, Path file, HostProcess tcpdump, Asking asking) {
        this.nodes = nodes;
        this.file = file;
        this.tcpdump = tcpdump;
        this.asking = asking;
    }

    /// Returns when it records. `-Z root`: Debian's tcpdump becomes a user of its own, who may not write here;
    /// `--immediate-mode` and `-U`: a packet is in the file as soon as it is seen, also at the end; `-s` and `-B`:
    /// a thousand answers at a time fit into the buffer, of which each packet takes as much as it could be long.
    ///
    /// @param addresses of any family
    public static Observer start(KubernetesCluster cluster, List<String> addresses) {
        String name = "tcpdump-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();
        Path file = cluster.folder().resolve(name + ".pcap");
        HostProcess tcpdump = cluster.start(
                Topology.OBSERVER,
                name,
                List.of(
                        "tcpdump",
                        "-i",
                        "eth0",
                        "-Z",
                        "root",
                        "--immediate-mode",
                        "-U",
                        "-s",
                        "128",
                        "-B",
                        "8192",
                        "-w",
                        file.toString(),
                        "arp or icmp6"));
        tcpdump.awaitLine("listening on", LIMIT);
        return new Observer(
                nodes(cluster), file, tcpdump, Asking.start(cluster.namespace(Topology.OBSERVER), addresses));
    }

    private static Map<String, String> nodes(KubernetesCluster cluster) {
        return cluster.nodes().stream()
                .collect(Collectors.toMap(node -> node.namespace().macAddress("eth0"), node -> node.name()));
    }

    /// Ends asking and recording; [#answers] is for afterwards.
    ///
    /// @throws IllegalStateException if a packet was not recorded: what was heard proves nothing then
    @Override
    public void close() {
        try {
            asking.close();
        } finally {
            tcpdump.stop();
        }
        if (tcpdump.allLogLines().lines().noneMatch("0 packets dropped by kernel"::equals)) {
            throw tcpdump.failure("it has not recorded every packet");
        }
    }

    /// What was said of one of the addresses.
    public Answers answers(String address) {
        String packets = Command.of(
                        "tshark",
                        "-r",
                        file.toString(),
                        "-Y",
                        filter(address),
                        "-Tfields",
                        "-eframe.time_epoch",
                        "-eeth.src")
                .run();
        return new Answers(packets.lines().map(this::said).toList());
    }

    /// Who said of each IPv4 address that they have it.
    Map<String, Set<String>> owners() {
        String packets = Command.of(
                        "tshark", "-r", file.toString(), "-Y", "arp", "-Tfields", "-earp.src.proto_ipv4", "-eeth.src")
                .run();
        return packets.lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> nodes.containsKey(fields[1]))
                .collect(Collectors.groupingBy(
                        fields -> fields[0],
                        TreeMap::new,
                        Collectors.mapping(fields -> nodes.getOrDefault(fields[1], ""), Collectors.toSet())));
    }

    /// The sender of an ARP request or reply has its address in it, and a probe has none (RFC 5227, section 2.1.1).
    private static String filter(String address) {
        return address.contains(":")
                ? "icmpv6.type == 136 && icmpv6.nd.na.target_address == " + address
                : "arp.src.proto_ipv4 == " + address;
    }

    private Said said(String line) {
        String[] fields = line.split("\t", -1);
        String[] time = fields[0].split("\\.", -1);
        Instant at = Instant.ofEpochSecond(Long.parseLong(time[0]), Long.parseLong(time[1]));
        return new Said(at, nodes.getOrDefault(fields[1], fields[1]));
    }
}
