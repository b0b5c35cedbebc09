package io.porterlb.bfd.net;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which packets the kernel passes on, as a classic BPF program. Linux' `IP_MINTTL`, which does this for TCP,
/// is without effect on UDP (measured, 6.18).
///
/// The program sees a packet from its UDP header on; the IP header is at negative offsets (SKF_NET_OFF). What
/// it returns is how many octets to pass on: all, or none.
///
/// @param family of the packets
/// @param least the time to live (hop limit) that every packet must have
/// @param bySource higher ones for packets from some addresses
public record TtlFilter(IpFamily family, int least, Map<IpAddress, Integer> bySource) {
    /// Of [#bySource]: the kernel limits what a socket may hold to 20 KiB in all (`net.core.optmem_max`, before
    /// 6.8).
    public static final int MAX_SOURCES = 32;

    private static final int SKF_NET_OFF = -0x100000;

    private static final int LOAD_WORD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int LOAD_OCTET = 0x30; // BPF_LD | BPF_B | BPF_ABS
    private static final int JUMP_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int JUMP_GREATER_EQUAL = 0x35; // BPF_JMP | BPF_JGE | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K

    private static final int ALL = -1;
    private static final int NOTHING = 0;

    /// One `struct sock_filter`.
    ///
    /// @param code what to do
    /// @param ifTrue how many instructions to skip if the comparison holds
    /// @param ifFalse how many if it does not
    /// @param operand offset or constant
    record Instruction(int code, int ifTrue, int ifFalse, int operand) {
        static final int OCTETS = 8;

        void write(ByteBuffer out) {
            out.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
        }
    }

    public TtlFilter {
        bySource = Map.copyOf(bySource);
    }

    List<Instruction> program() {
        List<Instruction> program = new ArrayList<>();
        new TreeMap<>(bySource).forEach((source, ttl) -> program.addAll(ifFrom(source, check(ttl))));
        program.addAll(check(least));
        return program;
    }

    private List<Instruction> check(int ttl) {
        int offset = family == IpFamily.V4 ? 8 : 7;
        return List.of(
                new Instruction(LOAD_OCTET, 0, 0, SKF_NET_OFF + offset),
                new Instruction(JUMP_GREATER_EQUAL, 0, 1, ttl),
                new Instruction(RETURN, 0, 0, ALL),
                new Instruction(RETURN, 0, 0, NOTHING));
    }

    /// Compares the source address word by word, and skips the rest where one differs.
    private List<Instruction> ifFrom(IpAddress source, List<Instruction> then) {
        int offset = family == IpFamily.V4 ? 12 : 8;
        ByteBuffer words = ByteBuffer.wrap(source.toOctets());
        int length = words.remaining() / Integer.BYTES * 2 + then.size();
        List<Instruction> program = new ArrayList<>();
        for (int at = 0; words.hasRemaining(); at += Integer.BYTES) {
            program.add(new Instruction(LOAD_WORD, 0, 0, SKF_NET_OFF + offset + at));
            int rest = length - program.size() - 1;
            program.add(new Instruction(JUMP_EQUAL, 0, rest, words.getInt()));
        }
        program.addAll(then);
        return program;
    }
}
