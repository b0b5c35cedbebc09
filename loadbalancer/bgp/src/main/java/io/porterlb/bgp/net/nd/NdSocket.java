package io.porterlb.bgp.net.nd;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.porterlb.libc.Libc;
import io.porterlb.libc.PollSet;
import io.porterlb.libc.SocketAddress6;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;

/// A raw ICMPv6 socket that speaks and hears on one network interface, for one platform thread. Opening one
/// needs the capability NET_RAW.
final class NdSocket implements AutoCloseable {
    private static final int AF_INET6 = 10;
    private static final int SOCK_RAW_NONBLOCK_CLOEXEC = 3 | 0x800 | 0x80000;
    private static final int ICMPV6 = 58;
    private static final int EAGAIN = 11;

    private static final int SOL_SOCKET = 1;
    private static final int SO_BINDTODEVICE = 25;
    private static final int ICMP6_FILTER = 1;
    private static final int SOL_IPV6 = 41;
    private static final int IPV6_MULTICAST_IF = 17;
    private static final int IPV6_MULTICAST_HOPS = 18;
    private static final int IPV6_MULTICAST_LOOP = 19;
    private static final int IPV6_JOIN_GROUP = 20;
    private static final int IPV6_RECVHOPLIMIT = 51;

    private static final int FILTER_LENGTH = 32;

    private final Arena arena;
    private final Libc libc;
    private final int socket;
    private final ReceiveBuffers buffers;
    private final PollSet sockets;
    private final MemorySegment advertisement;
    private final MemorySegment allNodes;

    private NdSocket(Arena arena, String device) throws SystemCallException {
        this.arena = arena;
        libc = new Libc(arena);
        int index = libc.interfaceIndex(arena.allocateFrom(device));
        socket = libc.socket(AF_INET6, SOCK_RAW_NONBLOCK_CLOEXEC, ICMPV6);
        buffers = new ReceiveBuffers(arena, index);
        sockets = new PollSet(arena, libc, socket);
        advertisement = arena.allocateFrom(JAVA_BYTE, RouterAdvertisement.OURS.toOctets());
        allNodes = SocketAddress6.of(arena, SocketAddress6.ALL_NODES, index);
        try {
            prepare(device, index);
        } catch (SystemCallException e) {
            libc.close(socket);
            throw e;
        }
    }

    /// @throws SystemCallException if there is no such interface, this is not allowed, or IPv6 is off
    static NdSocket open(String device) throws SystemCallException {
        Arena arena = Arena.ofConfined();
        try {
            return new NdSocket(arena, device);
        } catch (SystemCallException e) {
            arena.close();
            throw e;
        }
    }

    private void prepare(String device, int index) throws SystemCallException {
        libc.setOption(socket, ICMPV6, ICMP6_FILTER, routerMessagesOnly());
        libc.setOption(socket, SOL_SOCKET, SO_BINDTODEVICE, arena.allocateFrom(device));
        set(IPV6_RECVHOPLIMIT, 1);
        set(IPV6_MULTICAST_IF, index);
        set(IPV6_MULTICAST_HOPS, NdMessage.HOP_LIMIT);
        set(IPV6_MULTICAST_LOOP, 0);
        libc.setOption(
                socket, SOL_IPV6, IPV6_JOIN_GROUP, SocketAddress6.group(arena, SocketAddress6.ALL_ROUTERS, index));
    }

    private void set(int option, int value) throws SystemCallException {
        libc.setOption(socket, SOL_IPV6, option, arena.allocateFrom(JAVA_INT, value));
    }

    /// A bit that is set keeps a type out ([RFC 3542
    /// 3.2](https://www.rfc-editor.org/rfc/rfc3542#section-3.2), in Linux's sense).
    private MemorySegment routerMessagesOnly() {
        MemorySegment filter = arena.allocate(FILTER_LENGTH, Integer.BYTES).fill((byte) 0xFF);
        pass(filter, RouterSolicitation.TYPE);
        pass(filter, RouterAdvertisement.TYPE);
        return filter;
    }

    private static void pass(MemorySegment filter, int type) {
        int word = type / Integer.SIZE;
        filter.setAtIndex(JAVA_INT, word, filter.getAtIndex(JAVA_INT, word) & ~(1 << (type % Integer.SIZE)));
    }

    /// Says to all nodes of the link that we are here.
    void advertise() throws SystemCallException {
        libc.send(socket, advertisement, allNodes);
    }

    /// Waits until there is something to [#receive], no longer than this.
    boolean awaits(Duration patience) throws SystemCallException {
        return sockets.awaits(patience);
    }

    /// The next packet that came on this interface; empty if there is none, or it is too long to be one
    /// of ours.
    Optional<NdPacket> receive() throws SystemCallException {
        try {
            int length = libc.receive(socket, buffers.buffer());
            return buffers.packet(length);
        } catch (SystemCallException e) {
            if (e.errno() == EAGAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() throws SystemCallException {
        try {
            libc.close(socket);
        } finally {
            arena.close();
        }
    }
}
