package io.porterlb.bfd.net;

import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.IntegerUnixChannelOption;
import io.netty.channel.unix.RawUnixChannelOption;
import io.porterlb.address.IpFamily;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// UDP sockets with what has to be set before they are bound; see ip(7), ipv6(7) and socket(7) for the options.
final class Sockets {
    /// As long as a BFD packet can be: its Length is one octet. Longer datagrams are cut off.
    private static final int MAX_PACKET = 255;

    /// Traffic class of routing protocols: CS6 ([RFC 4594
    /// 3.2](https://www.rfc-editor.org/rfc/rfc4594#section-3.2)).
    private static final int NETWORK_CONTROL = 0xC0;

    private static final IntegerUnixChannelOption IP_TTL = new IntegerUnixChannelOption("IP_TTL", 0, 2);
    private static final IntegerUnixChannelOption IP_TOS = new IntegerUnixChannelOption("IP_TOS", 0, 1);
    private static final IntegerUnixChannelOption IPV6_UNICAST_HOPS =
            new IntegerUnixChannelOption("IPV6_UNICAST_HOPS", 41, 16);
    private static final IntegerUnixChannelOption IPV6_TCLASS = new IntegerUnixChannelOption("IPV6_TCLASS", 41, 67);
    private static final IntegerUnixChannelOption IPV6_V6ONLY = new IntegerUnixChannelOption("IPV6_V6ONLY", 41, 26);

    private static final int INTERFACE_NAME_OCTETS = 16;
    private static final RawUnixChannelOption SO_BINDTODEVICE =
            new RawUnixChannelOption("SO_BINDTODEVICE", 1, 25, INTERFACE_NAME_OCTETS);

    /// `struct sock_fprog`: the number of instructions, and where they are.
    private static final int PROGRAM_OCTETS = 16;

    private static final RawUnixChannelOption SO_ATTACH_FILTER =
            new RawUnixChannelOption("SO_ATTACH_FILTER", 1, 26, PROGRAM_OCTETS);

    private Sockets() {}

    /// A socket to receive with.
    ///
    /// @throws ChannelException if the kernel refuses an option
    static EpollDatagramChannel receiver(Endpoint endpoint, TtlFilter filter) {
        EpollDatagramChannel channel = open(endpoint);
        try {
            attach(channel, filter);
            channel.config().setOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_PACKET));
            return channel;
        } catch (ChannelException e) {
            channel.unsafe().closeForcibly();
            throw e;
        }
    }

    /// A socket to send with. What comes in by it is never read.
    ///
    /// @throws ChannelException if the kernel refuses an option
    static EpollDatagramChannel transmitter(Endpoint endpoint) {
        EpollDatagramChannel channel = open(endpoint);
        boolean v4 = endpoint.family() == IpFamily.V4;
        channel.config().setAutoRead(false);
        channel.config().setOption(v4 ? IP_TTL : IPV6_UNICAST_HOPS, TtlFilters.MAX_TTL);
        channel.config().setOption(v4 ? IP_TOS : IPV6_TCLASS, NETWORK_CONTROL);
        return channel;
    }

    private static EpollDatagramChannel open(Endpoint endpoint) {
        boolean v4 = endpoint.family() == IpFamily.V4;
        var channel = new EpollDatagramChannel(v4 ? SocketProtocolFamily.INET : SocketProtocolFamily.INET6);
        try {
            if (!v4) {
                channel.config().setOption(IPV6_V6ONLY, 1);
            }
            endpoint.interfaceName().ifPresent(name -> bindToInterface(channel, name));
            return channel;
        } catch (ChannelException e) {
            channel.unsafe().closeForcibly();
            throw e;
        }
    }

    private static void bindToInterface(EpollDatagramChannel channel, String name) {
        ByteBuffer padded = ByteBuffer.allocateDirect(INTERFACE_NAME_OCTETS);
        padded.put(name.getBytes(StandardCharsets.US_ASCII)).clear();
        channel.config().setOption(SO_BINDTODEVICE, padded);
    }

    /// Sockets that overlap one another have to say that it is meant; one alone does not, so that it collides
    /// with another program's.
    static void share(EpollDatagramChannel channel) {
        channel.config().setOption(EpollChannelOption.SO_REUSEPORT, true);
    }

    /// Puts a filter in the place of the one that is there, at once and without a gap.
    ///
    /// @throws ChannelException if the kernel refuses it
    static void attach(EpollDatagramChannel channel, TtlFilter filter) {
        List<TtlFilter.Instruction> instructions = filter.program();
        ByteBuffer code = direct(instructions.size() * TtlFilter.Instruction.OCTETS);
        instructions.forEach(instruction -> instruction.write(code));
        ByteBuffer program = direct(PROGRAM_OCTETS);
        program.putShort((short) instructions.size());
        program.putLong(PROGRAM_OCTETS / 2, Buffer.memoryAddress(code));
        try {
            channel.config().setOption(SO_ATTACH_FILTER, program.clear());
        } finally {
            Reference.reachabilityFence(code); // which the kernel has copied by now
        }
    }

    private static ByteBuffer direct(int octets) {
        return ByteBuffer.allocateDirect(octets).order(ByteOrder.nativeOrder());
    }
}
