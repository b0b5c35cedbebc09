package io.porterlb.layer2.net;

import java.nio.ByteBuffer;
import java.util.List;

/// Runs the few classic BPF instructions that a [FrameFilter] has, as bpf(4) and linux/filter.h define them.
///
/// @param packetType PACKET_HOST and so on
/// @param vlanTag 0 if there is none; the kernel has taken it out of the frame
record BpfInterpreter(int packetType, int vlanTag) {
    private static final int SKF_AD_OFF = -0x1000;

    boolean passes(FrameFilter filter, byte[] frame) {
        List<Instruction> program = filter.program();
        int accumulator = 0;
        for (int at = 0; at < program.size(); at++) {
            Instruction next = program.get(at);
            switch (next.code()) {
                case 0x20 -> accumulator = word(next.operand(), frame);
                case 0x30 -> accumulator = Byte.toUnsignedInt(frame[next.operand()]);
                case 0x54 -> accumulator &= next.operand();
                case 0x15 -> at += accumulator == next.operand() ? next.ifTrue() : next.ifFalse();
                case 0x25 ->
                    at += Integer.compareUnsigned(accumulator, next.operand()) > 0 ? next.ifTrue() : next.ifFalse();
                case 0x06 -> {
                    return next.operand() != 0;
                }
                default -> throw new IllegalArgumentException("no instruction of ours: " + next);
            }
        }
        throw new IllegalArgumentException("the program ends without a return");
    }

    private int word(int offset, byte[] frame) {
        return switch (offset - SKF_AD_OFF) {
            case 4 -> packetType;
            case 44 -> vlanTag;
            default -> ByteBuffer.wrap(frame).getInt(offset);
        };
    }
}
