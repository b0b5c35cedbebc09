package io.porterlb.rules.kernel;

import io.porterlb.address.IpFamily;
import io.porterlb.rules.check.NodeFacts;
import io.porterlb.rules.forward.ForwardChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Reads what the checks of a node need.
public final class NodeFactsReader {
    private static final Path NET = Path.of("/proc/sys/net");
    private static final String CONF = "ipv4/conf/";
    private static final int STRICT = 1; // ip-sysctl: 0 none, 1 strict, 2 loose; of "all" and the interface the higher

    private NodeFactsReader() {}

    /// The facts of now.
    ///
    /// @throws UncheckedIOException where /proc can't be read
    public static NodeFacts read() {
        return new NodeFacts(
                Arrays.stream(IpFamily.values())
                        .filter(NodeFactsReader::forwards)
                        .collect(Collectors.toSet()),
                interfaces().stream()
                        .filter(name -> highest("rp_filter", name) == STRICT)
                        .sorted()
                        .toList(),
                closedChains(),
                Files.exists(NET.resolve(CONF + "kube-ipvs0")),
                value(CONF + "all/arp_ignore") >= 1 && value(CONF + "all/arp_announce") == 2,
                KubernetesChain.marks().orElse(true));
    }

    private static boolean forwards(IpFamily family) {
        return value(
                        switch (family) {
                            case V4 -> "ipv4/ip_forward";
                            case V6 -> "ipv6/conf/all/forwarding";
                        })
                == 1;
    }

    private static int highest(String setting, String device) {
        return Math.max(value(CONF + "all/" + setting), value(CONF + device + "/" + setting));
    }

    /// 0 for what this kernel does not have, as all of IPv6 where that is turned off.
    private static int value(String setting) {
        Path file = NET.resolve(setting);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> interfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(device -> device.inetAddresses()
                            .anyMatch(address -> address instanceof Inet4Address && !address.isLoopbackAddress()))
                    .map(NetworkInterface::getName)
                    .toList();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> closedChains() {
        return KernelReader.read().chains().stream()
                .filter(chain -> chain.refuses() && !chain.isOpen())
                .map(ForwardChain::name)
                .sorted()
                .toList();
    }
}
