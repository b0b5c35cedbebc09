package io.porterlb.bfd.wire;

import io.netty.buffer.ByteBuf;

/// Packets to octets.
public final class BfdPacketWriter {
    private BfdPacketWriter() {}

    /// Appends [BfdPacket#LENGTH] octets.
    public static void write(BfdPacket packet, ByteBuf out) {
        out.writeByte(BfdPacket.VERSION << BfdPacket.VERSION_SHIFT
                | packet.diagnostic().code());
        out.writeByte(packet.state().code() << BfdPacket.STATE_SHIFT | flags(packet));
        out.writeByte(packet.detectMultiplier());
        out.writeByte(BfdPacket.LENGTH);
        out.writeInt((int) packet.myDiscriminator());
        out.writeInt((int) packet.yourDiscriminator());
        out.writeInt((int) packet.desiredMinTx());
        out.writeInt((int) packet.requiredMinRx());
        out.writeInt((int) packet.requiredMinEchoRx());
    }

    private static int flags(BfdPacket packet) {
        return bit(packet.poll(), BfdPacket.POLL)
                | bit(packet.fin(), BfdPacket.FINAL)
                | bit(packet.controlPlaneIndependent(), BfdPacket.CONTROL_PLANE_INDEPENDENT)
                | bit(packet.demand(), BfdPacket.DEMAND);
    }

    private static int bit(boolean set, int mask) {
        return set ? mask : 0;
    }
}
