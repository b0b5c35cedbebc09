package io.porterlb.bgp.net.nd;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.porterlb.bgp.wire.value.Octets;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;

/// Where recvmsg(2) puts a packet, its source and its hop limit; used again for each. Offsets are those of
/// struct msghdr and struct cmsghdr where addresses have 64 bits.
final class ReceiveBuffers {
    /// More than a frame holds.
    private static final int MOST = 2048;

    private static final int HEADER_LENGTH = 56;
    private static final int NAME = 0;
    private static final int NAME_LENGTH = 8;
    private static final int PARTS = 16;
    private static final int PART_COUNT = 24;
    private static final int CONTROL = 32;
    private static final int CONTROL_LENGTH = 40;
    private static final int FLAGS = 48;
    private static final int MSG_TRUNC = 0x20;

    private static final int CONTROL_ROOM = 64;
    private static final int CONTROL_LEVEL = 8;
    private static final int CONTROL_TYPE = 12;
    private static final int CONTROL_VALUE = 16;
    private static final int SOL_IPV6 = 41;
    private static final int IPV6_HOPLIMIT = 52;

    private final int index;
    private final MemorySegment octets;
    private final MemorySegment source;
    private final MemorySegment control;
    private final MemorySegment header;

    /// @param index of the network interface that counts
    ReceiveBuffers(Arena arena, int index) {
        this.index = index;
        octets = arena.allocate(MOST);
        source = arena.allocate(SocketAddress6.LENGTH, Integer.BYTES);
        control = arena.allocate(CONTROL_ROOM, Long.BYTES);
        header = arena.allocate(HEADER_LENGTH, Long.BYTES);
        MemorySegment part = arena.allocate(2L * Long.BYTES, Long.BYTES);
        part.set(ADDRESS, 0, octets);
        part.set(JAVA_LONG, Long.BYTES, MOST);
        header.set(ADDRESS, NAME, source);
        header.set(ADDRESS, PARTS, part);
        header.set(JAVA_LONG, PART_COUNT, 1);
        header.set(ADDRESS, CONTROL, control);
    }

    /// To receive the next packet with.
    MemorySegment header() {
        header.set(JAVA_INT, NAME_LENGTH, SocketAddress6.LENGTH);
        header.set(JAVA_LONG, CONTROL_LENGTH, CONTROL_ROOM);
        header.set(JAVA_INT, FLAGS, 0);
        return header;
    }

    /// What came. Until the socket is bound to the interface, it hears others as well.
    Optional<NdPacket> packet(int length) {
        OptionalInt hopLimit = hopLimit();
        boolean cut = (header.get(JAVA_INT, FLAGS) & MSG_TRUNC) != 0;
        if (cut || hopLimit.isEmpty() || SocketAddress6.scope(source) != index) {
            return Optional.empty();
        }
        Octets icmp = Octets.of(octets.asSlice(0, length).toArray(JAVA_BYTE));
        return Optional.of(new NdPacket(SocketAddress6.address(source), hopLimit.getAsInt(), icmp));
    }

    private OptionalInt hopLimit() {
        boolean told = header.get(JAVA_LONG, CONTROL_LENGTH) >= CONTROL_VALUE + Integer.BYTES
                && control.get(JAVA_INT, CONTROL_LEVEL) == SOL_IPV6
                && control.get(JAVA_INT, CONTROL_TYPE) == IPV6_HOPLIMIT;
        return told ? OptionalInt.of(control.get(JAVA_INT, CONTROL_VALUE)) : OptionalInt.empty();
    }
}
