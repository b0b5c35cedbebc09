package io.porterlb.bfd.net;

import java.nio.ByteBuffer;
import java.util.List;

/// Runs the few classic BPF instructions that a [TtlFilter] has, as bpf(4) defines them.
final class BpfInterpreter {
    private static final int SKF_NET_OFF = -0x100000;

    private BpfInterpreter() {}

    /// What the program says of a packet of which only the IP header matters.
    static boolean passes(List<TtlFilter.Instruction> program, byte[] ipHeader) {
        ByteBuffer packet = ByteBuffer.wrap(ipHeader);
        int accumulator = 0;
        for (int at = 0; at < program.size(); at++) {
            TtlFilter.Instruction next = program.get(at);
            switch (next.code()) {
                case 0x20 -> accumulator = packet.getInt(next.operand() - SKF_NET_OFF);
                case 0x30 -> accumulator = packet.get(next.operand() - SKF_NET_OFF) & 0xFF;
                case 0x15 -> at += accumulator == next.operand() ? next.ifTrue() : next.ifFalse();
                case 0x35 ->
                    at += Integer.compareUnsigned(accumulator, next.operand()) >= 0 ? next.ifTrue() : next.ifFalse();
                case 0x06 -> {
                    return next.operand() != 0;
                }
                default -> throw new IllegalArgumentException("no instruction of ours: " + next);
            }
        }
        throw new IllegalArgumentException("the program ends without a return");
    }
}
