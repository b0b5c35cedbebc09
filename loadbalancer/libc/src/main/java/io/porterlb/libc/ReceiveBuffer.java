package io.porterlb.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Where recvmsg(2) puts a packet, its source and one control message; used again for each. Offsets are those
/// of struct msghdr and struct cmsghdr where addresses have 64 bits.
public final class ReceiveBuffer {
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

    private final MemorySegment octets;
    private final MemorySegment name;
    private final MemorySegment control;
    private final MemorySegment header;

    /// @param most octets that a packet may have; longer ones are cut
    /// @param nameLength of a source address
    public ReceiveBuffer(Arena arena, int most, int nameLength) {
        octets = arena.allocate(most);
        name = arena.allocate(nameLength, Integer.BYTES);
        control = arena.allocate(CONTROL_ROOM, Long.BYTES);
        header = arena.allocate(HEADER_LENGTH, Long.BYTES);
        MemorySegment part = arena.allocate(2L * Long.BYTES, Long.BYTES);
        part.set(ADDRESS, 0, octets);
        part.set(JAVA_LONG, Long.BYTES, most);
        header.set(ADDRESS, NAME, name);
        header.set(ADDRESS, PARTS, part);
        header.set(JAVA_LONG, PART_COUNT, 1);
        header.set(ADDRESS, CONTROL, control);
    }

    /// To receive the next packet with.
    MemorySegment header() {
        header.set(JAVA_INT, NAME_LENGTH, (int) name.byteSize());
        header.set(JAVA_LONG, CONTROL_LENGTH, CONTROL_ROOM);
        header.set(JAVA_INT, FLAGS, 0);
        return header;
    }

    /// Whether what came was longer than there is room for.
    public boolean isCut() {
        return (header.get(JAVA_INT, FLAGS) & MSG_TRUNC) != 0;
    }

    /// The first octets of what came.
    public byte[] octets(int length) {
        return octets.asSlice(0, length).toArray(JAVA_BYTE);
    }

    /// The address that it came from, as the kernel writes it.
    public MemorySegment source() {
        return name;
    }

    /// The value of the first control message, if it is of this kind and has so many octets.
    public Optional<MemorySegment> control(int level, int type, int length) {
        boolean told = header.get(JAVA_LONG, CONTROL_LENGTH) >= CONTROL_VALUE + length
                && control.get(JAVA_INT, CONTROL_LEVEL) == level
                && control.get(JAVA_INT, CONTROL_TYPE) == type;
        return told ? Optional.of(control.asSlice(CONTROL_VALUE, length)) : Optional.empty();
    }
}
