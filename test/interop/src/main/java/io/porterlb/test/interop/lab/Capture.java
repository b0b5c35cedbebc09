package io.porterlb.test.interop.lab;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.test.cluster.process.Command;
import io.porterlb.test.cluster.process.HostProcess;
import io.porterlb.test.cluster.process.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Packets recorded by tcpdump, to be read by tshark.
public final class Capture {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private final HostProcess tcpdump;
    private final Path file;
    private final String ours;

    private Capture(HostProcess tcpdump, Path file, String ours) {
        this.tcpdump = tcpdump;
        this.file = file;
        this.ours = ours;
    }

    /// Returns when it records. `-Z root`: Debian's tcpdump becomes a user of its own, who may not write here; `-U`: a
    /// packet is in the file as soon as it is seen.
    static Capture start(Place place, Path file, IpAddress us) {
        HostProcess tcpdump = HostProcess.start(
                place,
                "tcpdump",
                List.of("tcpdump", "-i", LabNetwork.DEVICE, "-Z", "root", "-U", "-w", file.toString()));
        tcpdump.awaitLine("listening on", START_LIMIT);
        String source = us.family() == IpFamily.V4 ? "ip.src" : "ipv6.src";
        return new Capture(tcpdump, file, source + " == " + us);
    }

    /// Ends the recording.
    public void stop() {
        tcpdump.stop();
    }

    /// Fields of the packets that match, one line each.
    ///
    /// @param filter in Wireshark's display filter language
    /// @param field such as `bgp.type`
    public List<String> read(String filter, String field) {
        return Command.of("tshark", "-r", file.toString(), "-Y", filter, "-T", "fields", "-e", field)
                .run()
                .lines()
                .toList();
    }

    /// The types of BGP messages that we have sent, as numbers.
    public Set<String> messageTypes() {
        return ours("bgp", "bgp.type").stream()
                .flatMap(packet -> Stream.of(packet.split(",", -1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The same of what we have sent.
    public List<String> ours(String filter, String field) {
        return read(ours + " && " + filter, field);
    }

    /// What tshark finds wrong with what we have sent.
    public List<String> faults() {
        return ours("(_ws.malformed || _ws.expert.severity == \"Error\")", "_ws.expert.message");
    }
}
