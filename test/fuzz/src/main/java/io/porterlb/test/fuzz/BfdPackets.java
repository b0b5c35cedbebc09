package io.porterlb.test.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.wire.BfdPacketReader;
import io.porterlb.bfd.wire.BfdPacketWriter;
import io.porterlb.bfd.wire.ReadResult;

/// The payload of a BFD datagram. A diagnostic that we don't know is not kept, so such a packet is not
/// written as it was.
public final class BfdPackets {
    private BfdPackets() {}

    public static void fuzzerTestOneInput(byte[] data) {
        ReadResult result = BfdPacketReader.read(Unpooled.wrappedBuffer(data));
        if (result instanceof ReadResult.Valid valid && valid.packet().diagnostic() != BfdDiagnostic.OTHER) {
            ByteBuf out = Unpooled.buffer();
            BfdPacketWriter.write(valid.packet(), out);
            boolean same = BfdPacketReader.read(out).equals(valid);
            Check.that(same, "written and read again it is another one", valid);
        }
    }
}
