package io.porterlb.test.fuzz;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.MessageHeader;
import io.porterlb.bgp.wire.MessageReader;
import io.porterlb.bgp.wire.value.CodecContext;

/// The body of one BGP message, with a right header put before it: so the fuzzer need not find that first.
final class Framed {
    private static final int MAX_BODY = MessageHeader.MAX_LENGTH - MessageHeader.LENGTH;

    private Framed() {}

    /// Reads the octets from this index on, as many as fit into a message, as one of this type.
    static void check(int type, byte[] data, int from, CodecContext context) {
        int length = Math.clamp(data.length - from, 0, MAX_BODY);
        ByteBuf in = Unpooled.buffer();
        in.writeLong(-1).writeLong(-1).writeShort(MessageHeader.LENGTH + length).writeByte(type);
        in.writeBytes(data, Math.min(from, data.length), length);
        BgpRoundTrip.check(MessageReader.read(in, context).orElseThrow(), context);
    }
}
