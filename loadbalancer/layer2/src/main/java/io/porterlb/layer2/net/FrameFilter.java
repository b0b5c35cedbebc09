package io.porterlb.layer2.net;

import java.util.ArrayList;
import java.util.List;

/// Which frames the kernel passes on: those that are for this machine, a group or all, and have no VLAN tag
/// (the tag 0 is none, IEEE 802.1Q 9.6). A tagged one is of another link, whose interface is another one.
///
/// @param checks an octet of the frame and the values that it may have
record FrameFilter(List<Check> checks) {
    /// All of ARP; the socket takes nothing else.
    static final FrameFilter ARP = new FrameFilter(List.of());

    /// Neighbor solicitations and advertisements that no router has forwarded, and that have no extension header
    /// before them.
    static final FrameFilter NEIGHBORS = new FrameFilter(List.of(
            new Check(20, List.of(58)), // next header ICMPv6
            new Check(21, List.of(255)), // hop limit
            new Check(54, List.of(135, 136)))); // type

    private static final int LOAD_WORD = 0x20; // BPF_LD | BPF_W | BPF_ABS
    private static final int LOAD_OCTET = 0x30; // BPF_LD | BPF_B | BPF_ABS
    private static final int AND = 0x54; // BPF_ALU | BPF_AND | BPF_K
    private static final int JUMP_EQUAL = 0x15; // BPF_JMP | BPF_JEQ | BPF_K
    private static final int JUMP_GREATER = 0x25; // BPF_JMP | BPF_JGT | BPF_K
    private static final int RETURN = 0x06; // BPF_RET | BPF_K

    private static final int SKF_AD_OFF = -0x1000;
    private static final int PACKET_TYPE = SKF_AD_OFF + 4; // SKF_AD_PKTTYPE
    private static final int VLAN_TAG = SKF_AD_OFF + 44; // SKF_AD_VLAN_TAG
    private static final int VLAN_ID = 0x0FFF;

    /// PACKET_HOST, PACKET_BROADCAST and PACKET_MULTICAST are up to this; PACKET_OTHERHOST and PACKET_OUTGOING
    /// above (packet(7)).
    private static final int PACKET_MULTICAST = 2;

    private static final Instruction ALL = new Instruction(RETURN, 0, 0, -1);
    private static final Instruction NOTHING = new Instruction(RETURN, 0, 0, 0);

    record Check(int offset, List<Integer> values) {}

    List<Instruction> program() {
        List<Instruction> program = new ArrayList<>(List.of(
                new Instruction(LOAD_WORD, 0, 0, PACKET_TYPE),
                new Instruction(JUMP_GREATER, 0, 1, PACKET_MULTICAST),
                NOTHING,
                new Instruction(LOAD_WORD, 0, 0, VLAN_TAG),
                new Instruction(AND, 0, 0, VLAN_ID),
                new Instruction(JUMP_EQUAL, 1, 0, 0),
                NOTHING));
        checks.forEach(check -> program.addAll(instructions(check)));
        program.add(ALL);
        return program;
    }

    private static List<Instruction> instructions(Check check) {
        List<Instruction> program = new ArrayList<>();
        program.add(new Instruction(LOAD_OCTET, 0, 0, check.offset()));
        int left = check.values().size();
        for (int value : check.values()) {
            program.add(new Instruction(JUMP_EQUAL, left--, 0, value));
        }
        program.add(NOTHING);
        return program;
    }
}
