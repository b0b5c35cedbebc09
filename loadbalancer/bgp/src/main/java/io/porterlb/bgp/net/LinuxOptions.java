package io.porterlb.bgp.net;

import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import io.porterlb.address.IpFamily;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Socket options of Linux that Java does not know, by level and name of socket(7), ip(7) and ipv6(7).
final class LinuxOptions {
    /// Not from this interface, not to another one.
    static final RawUnixChannelOption BIND_TO_DEVICE = new RawUnixChannelOption("SO_BINDTODEVICE", 1, 25, 16);

    /// An IPv6 socket is none for IPv4.
    static final IntegerUnixChannelOption IPV6_ONLY = new IntegerUnixChannelOption("IPV6_V6ONLY", 41, 26);

    private static final IntegerUnixChannelOption IP_TTL = new IntegerUnixChannelOption("IP_TTL", 0, 2);
    private static final IntegerUnixChannelOption IP_MINTTL = new IntegerUnixChannelOption("IP_MINTTL", 0, 21);
    private static final IntegerUnixChannelOption IP_MULTICAST_TTL =
            new IntegerUnixChannelOption("IP_MULTICAST_TTL", 0, 33);
    private static final IntegerUnixChannelOption IPV6_UNICAST_HOPS =
            new IntegerUnixChannelOption("IPV6_UNICAST_HOPS", 41, 16);
    private static final IntegerUnixChannelOption IPV6_MINHOPCOUNT =
            new IntegerUnixChannelOption("IPV6_MINHOPCOUNT", 41, 73);
    private static final IntegerUnixChannelOption IPV6_MULTICAST_HOPS =
            new IntegerUnixChannelOption("IPV6_MULTICAST_HOPS", 41, 18);

    private LinuxOptions() {}

    /// Time to live of the packets that go out; -1 for the kernel's.
    static IntegerUnixChannelOption outgoing(IpFamily family) {
        return switch (family) {
            case V4 -> IP_TTL;
            case V6 -> IPV6_UNICAST_HOPS;
        };
    }

    /// Packets that come with less are dropped by the kernel; 0 for none.
    static IntegerUnixChannelOption leastIncoming(IpFamily family) {
        return switch (family) {
            case V4 -> IP_MINTTL;
            case V6 -> IPV6_MINHOPCOUNT;
        };
    }

    /// Of a TCP socket that was accepted: the time to live of the packet that ended the handshake. TCP has no other
    /// use for this option, and the kernel keeps it there (mc_ttl in net/ipv4/tcp_ipv4.c, mcast_hops in
    /// net/ipv6/tcp_ipv6.c).
    static IntegerUnixChannelOption ofHandshake(IpFamily family) {
        return switch (family) {
            case V4 -> IP_MULTICAST_TTL;
            case V6 -> IPV6_MULTICAST_HOPS;
        };
    }

    /// The value of [#BIND_TO_DEVICE]. A name that is too long is no interface's, and cut it is none either.
    static ByteBuffer device(String name) {
        byte[] octets = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer value = ByteBuffer.allocateDirect(BIND_TO_DEVICE.length());
        value.put(octets, 0, Math.min(octets.length, value.capacity() - 1));
        return value.clear();
    }
}
