package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;
import java.nio.ByteBuffer;

/// ARP for IPv4 on Ethernet ([RFC 826](https://www.rfc-editor.org/rfc/rfc826)), in its order.
///
/// @param operation question or answer
/// @param senderHardware ar$sha, of one interface
/// @param senderProtocol ar$spa; 0.0.0.0 in a probe ([RFC 5227
/// 1.1](https://www.rfc-editor.org/rfc/rfc5227#section-1.1))
/// @param targetHardware ar$tha; without meaning in a request
/// @param targetProtocol ar$tpa
public record ArpPacket(
        Operation operation,
        MacAddress senderHardware,
        IpAddress senderProtocol,
        MacAddress targetHardware,
        IpAddress targetProtocol)
        implements Message {
    static final int LENGTH = 28;

    private static final int HARDWARE_ETHERNET = 1;
    private static final int PROTOCOL_IPV4 = 0x0800;
    private static final int LENGTHS = MacAddress.OCTETS << Byte.SIZE | 4;

    /// ar$op.
    public enum Operation {
        REQUEST(1),
        REPLY(2);

        private final int code;

        Operation(int code) {
            this.code = code;
        }
    }

    public ArpPacket {
        if (senderProtocol.family() != IpFamily.V4 || targetProtocol.family() != IpFamily.V4) {
            throw new IllegalArgumentException("ARP is for IPv4: " + senderProtocol + ", " + targetProtocol);
        }
    }

    static Parsed read(ByteBuffer in) {
        if (in.remaining() < LENGTH) {
            return new Parsed.Not(DiscardReason.TOO_SHORT);
        }
        boolean known =
                in.getShort() == HARDWARE_ETHERNET && in.getShort() == PROTOCOL_IPV4 && in.getShort() == LENGTHS;
        if (!known) {
            return new Parsed.Not(DiscardReason.OTHER_ARP);
        }
        int operation = Short.toUnsignedInt(in.getShort());
        if (operation != Operation.REQUEST.code && operation != Operation.REPLY.code) {
            return new Parsed.Not(DiscardReason.OTHER_OPERATION);
        }
        return checked(operation == Operation.REQUEST.code ? Operation.REQUEST : Operation.REPLY, in);
    }

    private static Parsed checked(Operation operation, ByteBuffer in) {
        ArpPacket packet = new ArpPacket(operation, Fields.mac(in), Fields.ipv4(in), Fields.mac(in), Fields.ipv4(in));
        return packet.senderHardware.isUnicast() ? new Parsed.Is(packet) : new Parsed.Not(DiscardReason.BAD_SENDER);
    }

    void write(ByteBuffer out) {
        out.putShort((short) HARDWARE_ETHERNET).putShort((short) PROTOCOL_IPV4).putShort((short) LENGTHS);
        out.putShort((short) operation.code);
        out.put(senderHardware.toOctets()).put(senderProtocol.toOctets());
        out.put(targetHardware.toOctets()).put(targetProtocol.toOctets());
    }
}
