package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;

/// One instruction of classic BPF: struct sock_filter (bpf(4), linux/filter.h).
///
/// @param code what to do
/// @param ifTrue how many instructions to skip if the comparison holds
/// @param ifFalse how many if it does not
/// @param operand offset or constant
record Instruction(int code, int ifTrue, int ifFalse, int operand) {
    static final int OCTETS = 8;

    void write(MemorySegment out, long at) {
        out.set(JAVA_SHORT, at, (short) code);
        out.set(JAVA_BYTE, at + 2, (byte) ifTrue);
        out.set(JAVA_BYTE, at + 3, (byte) ifFalse);
        out.set(JAVA_INT, at + 4, operand);
    }
}
