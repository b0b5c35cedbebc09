package io.porterlb.bgp.net.nd;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.porterlb.bgp.wire.value.Octets;
import io.porterlb.libc.ReceiveBuffer;
import io.porterlb.libc.SocketAddress6;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Where a packet, its source and its hop limit are received.
final class ReceiveBuffers {
    /// More than a frame holds.
    private static final int MOST = 2048;

    private static final int SOL_IPV6 = 41;
    private static final int IPV6_HOPLIMIT = 52;

    private final int index;
    private final ReceiveBuffer buffer;

    /// @param index of the network interface that counts
    ReceiveBuffers(Arena arena, int index) {
        this.index = index;
        buffer = new ReceiveBuffer(arena, MOST, SocketAddress6.LENGTH);
    }

    ReceiveBuffer buffer() {
        return buffer;
    }

    /// What came. Until the socket is bound to the interface, it hears others as well.
    Optional<NdPacket> packet(int length) {
        Optional<MemorySegment> hopLimit = buffer.control(SOL_IPV6, IPV6_HOPLIMIT, Integer.BYTES);
        if (buffer.isCut() || hopLimit.isEmpty() || SocketAddress6.scope(buffer.source()) != index) {
            return Optional.empty();
        }
        Octets icmp = Octets.of(buffer.octets(length));
        return Optional.of(new NdPacket(
                SocketAddress6.address(buffer.source()), hopLimit.get().get(JAVA_INT, 0), icmp));
    }
}
