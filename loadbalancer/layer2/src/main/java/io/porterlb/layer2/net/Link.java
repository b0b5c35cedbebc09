package io.porterlb.layer2.net;

import io.porterlb.address.MacAddress;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;

/// A network interface at a moment.
public sealed interface Link {
    /// Frames can be sent and received.
    ///
    /// @param index its number; another one of the same name has another
    /// @param ipv6 whether IPv6 is on there
    record Up(int index, MacAddress mac, boolean ipv6) implements Link {}

    /// They can't.
    ///
    /// @param why as the rest of a sentence
    record Down(String why) implements Link {}

    /// Looks at it, in the network namespace of this thread.
    static Link of(String device) {
        try {
            NetworkInterface found = NetworkInterface.getByName(device);
            if (found == null) {
                return new Down("there is no network interface of that name.");
            }
            byte[] mac = found.getHardwareAddress();
            if (!found.isUp()) {
                return new Down("the interface is down, or has no carrier.");
            }
            return mac == null || mac.length != MacAddress.OCTETS
                    ? new Down("the interface has no MAC address; only Ethernet will do.")
                    : new Up(found.getIndex(), MacAddress.ofOctets(mac), hasIpv6(device));
        } catch (IOException e) {
            return new Down("the interface can't be looked at: " + e.getMessage() + ".");
        }
    }

    private static boolean hasIpv6(String device) throws IOException {
        Path file = Path.of("/proc/sys/net/ipv6/conf", device, "disable_ipv6");
        return Files.exists(file) && Files.readString(file).strip().equals("0");
    }
}
