package io.porterlb.layer2.wire;

import java.nio.ByteBuffer;

/// Frames to octets, without padding: the network interface adds it.
public final class FrameWriter {
    private FrameWriter() {}

    public static byte[] write(Frame frame) {
        byte[] octets = new byte[Frame.HEADER_LENGTH + length(frame.message())];
        ByteBuffer out = ByteBuffer.wrap(octets);
        out.put(frame.destination().toOctets()).put(frame.source().toOctets());
        switch (frame.message()) {
            case ArpPacket arp -> arp.write(out.putShort((short) Frame.ARP).slice());
            case NeighborSolicitation ask ->
                NdCodec.write(ask, out.putShort((short) Frame.IPV6).slice());
            case NeighborAdvertisement answer ->
                NdCodec.write(answer, out.putShort((short) Frame.IPV6).slice());
        }
        return octets;
    }

    private static int length(Message message) {
        return switch (message) {
            case ArpPacket _ -> ArpPacket.LENGTH;
            case NeighborSolicitation ask -> NdCodec.length(ask.sourceLinkLayer());
            case NeighborAdvertisement answer -> NdCodec.length(answer.targetLinkLayer());
        };
    }
}
