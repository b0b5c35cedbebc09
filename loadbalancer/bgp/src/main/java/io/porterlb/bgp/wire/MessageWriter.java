package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// Puts messages on a stream of octets.
public final class MessageWriter {
    private MessageWriter() {}

    /// Appends the message.
    ///
    /// @throws IllegalStateException if it comes out longer than a message may be; who builds messages sees to that
    public static void write(BgpMessage message, ByteBuf out, CodecContext context) {
        int start = out.writerIndex();
        out.writeLong(-1L).writeLong(-1L); // the marker
        out.writeShort(0).writeByte(message.type().code());
        message.writeBody(out, context);
        int length = out.writerIndex() - start;
        if (length > MessageHeader.MAX_LENGTH) {
            throw new IllegalStateException(message.type() + " of " + length + " octets");
        }
        out.setShort(start + MessageHeader.MARKER_LENGTH, length);
    }
}
