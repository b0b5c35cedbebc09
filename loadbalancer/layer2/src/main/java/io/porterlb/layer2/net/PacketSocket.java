package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.porterlb.layer2.wire.FrameReader;
import io.porterlb.layer2.wire.ReadResult;
import io.porterlb.libc.Libc;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// A packet socket (packet(7)) for frames of one ethertype on one interface. Opening one needs the capability
/// NET_RAW. One's own frames do not come back to a socket that is bound to an ethertype.
final class PacketSocket {
    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final int EAGAIN = 11;
    private static final int ENETDOWN = 100;
    private static final int ENOBUFS = 105;

    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;
    private static final int PROGRAM_LENGTH = 16; // struct sock_fprog
    private static final int ADDRESS_LENGTH = 20; // struct sockaddr_ll

    /// More than a frame that matters can have; what is longer is cut off, and then broken.
    private static final int MOST = 2048;

    private final NativeScope scope;
    private final int socket;
    private final MemorySegment buffer;

    /// Nothing is received before the filter is there: the socket is bound after that.
    PacketSocket(NativeScope scope, int index, int ethertype, FrameFilter filter) throws SystemCallException {
        this.scope = scope;
        buffer = scope.arena().allocate(MOST);
        socket = scope.socket(AF_PACKET, SOCK_RAW, 0);
        Libc libc = scope.libc();
        libc.setOption(socket, SOL_SOCKET, SO_ATTACH_FILTER, program(filter.program()));
        libc.bind(socket, address(index, ethertype));
    }

    private MemorySegment program(List<Instruction> instructions) {
        MemorySegment rows = scope.arena().allocate((long) instructions.size() * Instruction.OCTETS, Integer.BYTES);
        for (int i = 0; i < instructions.size(); i++) {
            instructions.get(i).write(rows, (long) i * Instruction.OCTETS);
        }
        MemorySegment program = scope.arena().allocate(PROGRAM_LENGTH, Long.BYTES);
        program.set(JAVA_SHORT, 0, (short) instructions.size());
        program.set(ADDRESS, Long.BYTES, rows);
        return program;
    }

    private MemorySegment address(int index, int ethertype) {
        MemorySegment address = scope.arena().allocate(ADDRESS_LENGTH, Integer.BYTES);
        address.set(JAVA_SHORT, 0, (short) AF_PACKET);
        address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), Short.BYTES, (short) ethertype);
        address.set(JAVA_INT, Integer.BYTES, index);
        return address;
    }

    int descriptor() {
        return socket;
    }

    /// The next frame; empty if there is none.
    Optional<ReadResult> receive() throws SystemCallException {
        try {
            int length = scope.libc().read(socket, buffer);
            return Optional.of(FrameReader.read(buffer.asSlice(0, length).toArray(JAVA_BYTE)));
        } catch (SystemCallException e) {
            if (e.errno() == EAGAIN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Sends a frame.
    ///
    /// @return whether the kernel has taken it; it has not if the queue is full or the interface going down
    boolean send(byte[] frame) throws SystemCallException {
        try (Arena own = Arena.ofConfined()) {
            scope.libc().send(socket, own.allocateFrom(JAVA_BYTE, frame), MemorySegment.NULL);
            return true;
        } catch (SystemCallException e) {
            if (e.errno() != EAGAIN && e.errno() != ENOBUFS && e.errno() != ENETDOWN) {
                throw e;
            }
            return false;
        }
    }
}
