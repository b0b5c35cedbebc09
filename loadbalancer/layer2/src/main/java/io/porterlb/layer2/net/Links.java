package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.porterlb.address.MacAddress;
import io.porterlb.libc.SystemCallException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at network interfaces, in the network namespace of its thread, by ioctl(2) (netdevice(7)):
/// [java.net.NetworkInterface] does not know those without an IP address.
public final class Links {
    private static final int AF_INET = 2;
    private static final int SOCK_DGRAM = 2;

    private static final long SIOCGIFFLAGS = 0x8913;
    private static final long SIOCGIFHWADDR = 0x8927;
    private static final long SIOCGIFINDEX = 0x8933;

    private static final int REQUEST_LENGTH = 40; // struct ifreq
    private static final int VALUE = 16;
    private static final int HARDWARE_ADDRESS = VALUE + Short.BYTES;

    private static final int IFF_UP = 0x1;
    private static final int IFF_RUNNING = 0x40;
    private static final int ARPHRD_ETHER = 1;
    private static final int ENODEV = 19;

    private final NativeScope scope;
    private final int socket;
    private final MemorySegment request;

    public Links(NativeScope scope) throws SystemCallException {
        this.scope = scope;
        socket = scope.socket(AF_INET, SOCK_DGRAM, 0);
        request = scope.arena().allocate(REQUEST_LENGTH, Long.BYTES);
    }

    /// The interface as it is now.
    public Link look(String device) throws SystemCallException {
        try {
            request.fill((byte) 0).setString(0, device);
            return found(device);
        } catch (SystemCallException e) {
            if (e.errno() == ENODEV) {
                return new Link.Down("there is no network interface of that name.");
            }
            throw e;
        }
    }

    private Link found(String device) throws SystemCallException {
        int flags = ask(SIOCGIFFLAGS).get(JAVA_SHORT, VALUE);
        int type = ask(SIOCGIFHWADDR).get(JAVA_SHORT, VALUE);
        byte[] mac = request.asSlice(HARDWARE_ADDRESS, MacAddress.OCTETS).toArray(JAVA_BYTE);
        if (type != ARPHRD_ETHER) {
            return new Link.Down("it is not of Ethernet.");
        }
        if ((flags & IFF_UP) == 0) {
            return new Link.Down("the interface is down.");
        }
        return (flags & IFF_RUNNING) == 0
                ? new Link.Down("the interface has no carrier.")
                : new Link.Up(ask(SIOCGIFINDEX).get(JAVA_INT, VALUE), MacAddress.ofOctets(mac), hasIpv6(device));
    }

    private MemorySegment ask(long what) throws SystemCallException {
        scope.libc().control(socket, what, request);
        return request;
    }

    /// A kernel without IPv6 has no such file; nor has an interface that has just gone.
    private static boolean hasIpv6(String device) {
        Path file = Path.of("/proc/sys/net/ipv6/conf", device, "disable_ipv6");
        try {
            return Files.readString(file).strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }
}
