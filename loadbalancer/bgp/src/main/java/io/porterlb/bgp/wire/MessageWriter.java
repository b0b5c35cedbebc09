package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// Puts messages on a stream of octets.
public final class MessageWriter {
    private MessageWriter() {}

    /// Appends the message.
    ///
    /// @throws IllegalStateException if it comes out longer than a message may be; who builds messages sees
    ///     to that
    public static void write(BgpMessage message, ByteBuf out, CodecContext context) {
        int start = out.writerIndex();
        message.writeBody(header(out, message.type(), 0), context);
        int length = out.writerIndex() - start;
        if (length > MessageHeader.MAX_LENGTH) {
            throw new IllegalStateException(message.type() + " of " + length + " octets");
        }
        out.setShort(start + MessageHeader.MARKER_LENGTH, length);
    }

    /// Appends the header: marker, length, type.
    static ByteBuf header(ByteBuf out, MessageType type, int length) {
        return out.writeLong(-1L).writeLong(-1L).writeShort(length).writeByte(type.code());
    }
}
