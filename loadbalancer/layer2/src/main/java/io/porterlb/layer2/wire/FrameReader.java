package io.porterlb.layer2.wire;

import io.porterlb.address.MacAddress;
import java.nio.ByteBuffer;

/// Octets to frames, with all checks that need no more than the frame.
public final class FrameReader {
    private FrameReader() {}

    /// Reads a frame without a VLAN tag. What stands behind the message (padding) is of no interest.
    public static ReadResult read(byte[] octets) {
        if (octets.length < Frame.HEADER_LENGTH) {
            return new ReadResult.Discarded(DiscardReason.TOO_SHORT);
        }
        ByteBuffer in = ByteBuffer.wrap(octets);
        MacAddress destination = Fields.mac(in);
        MacAddress source = Fields.mac(in);
        int type = Short.toUnsignedInt(in.getShort());
        if (!source.isUnicast()) {
            return new ReadResult.Discarded(DiscardReason.BAD_SENDER);
        }
        return switch (message(type, in.slice())) {
            case Parsed.Is(var message) -> new ReadResult.Valid(new Frame(destination, source, message));
            case Parsed.Not(var reason) -> new ReadResult.Discarded(reason);
        };
    }

    private static Parsed message(int type, ByteBuffer in) {
        return switch (type) {
            case Frame.ARP -> ArpPacket.read(in);
            case Frame.IPV6 -> NdCodec.read(in);
            default -> new Parsed.Not(DiscardReason.OTHER_ETHERTYPE);
        };
    }
}
