package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The IPv6 addresses of this machine that may be told to others, by the kernel's list in the network namespace
/// of the calling thread. Java's own look-up reads the list of the process's first thread, and does not tell
/// which addresses are temporary (RFC 8981), deprecated, or still being checked for duplicates.
final class Ipv6Addresses {
    private static final Path LIST = Path.of("/proc/thread-self/net/if_inet6");
    private static final int FIELDS = 6;
    private static final int ADDRESS = 0;
    private static final int PREFIX_LENGTH = 2;
    private static final int FLAGS = 4;
    private static final int DEVICE = 5;

    /// Of linux/if_addr.h: IFA_F_TEMPORARY, IFA_F_DADFAILED, IFA_F_DEPRECATED, IFA_F_TENTATIVE.
    private static final int UNFIT = 0x01 | 0x08 | 0x20 | 0x40;

    private Ipv6Addresses() {}

    /// One address, the length of its subnet's prefix, and the name of its interface.
    record Entry(IpAddress address, int prefixLength, String device) {}

    /// Empty where there is no such list, as without IPv6.
    static List<Entry> read() {
        try {
            return parse(Files.readAllLines(LIST));
        } catch (IOException e) {
            return List.of();
        }
    }

    static List<Entry> parse(List<String> lines) {
        return lines.stream()
                .map(line -> line.strip().split("\\s+", -1))
                .flatMap(fields -> entry(fields).stream())
                .toList();
    }

    private static Optional<Entry> entry(String[] fields) {
        if (fields.length != FIELDS || (HexFormat.fromHexDigits(fields[FLAGS]) & UNFIT) != 0) {
            return Optional.empty();
        }
        IpAddress address = IpAddress.ofOctets(HexFormat.of().parseHex(fields[ADDRESS]));
        return Optional.of(new Entry(address, HexFormat.fromHexDigits(fields[PREFIX_LENGTH]), fields[DEVICE]));
    }
}
