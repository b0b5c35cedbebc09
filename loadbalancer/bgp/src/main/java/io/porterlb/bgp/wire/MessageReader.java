package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.fault.NotificationCode.BAD_MESSAGE_LENGTH;
import static io.porterlb.bgp.wire.fault.NotificationCode.BAD_MESSAGE_TYPE;
import static io.porterlb.bgp.wire.fault.NotificationCode.CONNECTION_NOT_SYNCHRONIZED;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Optional;

/// Takes messages off a stream of octets. Marker, length and type are checked as soon as they are there ([RFC
/// 4271 6.1](https://www.rfc-editor.org/rfc/rfc4271#section-6.1)), so that somebody who speaks another
/// protocol is found out at the first octet, and no more than one message is ever waited for.
public final class MessageReader {
    private static final int MARKER_OCTET = 0xFF;

    private MessageReader() {}

    /// Reads one message and moves the reader index past it; empty, with nothing read, if there is not all of
    /// it yet. After a [ReadResult.Refused] the stream is of no more use.
    public static Optional<ReadResult> read(ByteBuf in, CodecContext context) {
        int start = in.readerIndex();
        if (!markerIsGood(in)) {
            return Optional.of(ReadResult.refuse(
                    Notification.of(CONNECTION_NOT_SYNCHRONIZED), "sent something that is not BGP (bad marker)"));
        }
        if (in.readableBytes() < MessageHeader.LENGTH) {
            return Optional.empty();
        }
        int length = in.getUnsignedShort(start + MessageHeader.MARKER_LENGTH);
        int typeCode = in.getUnsignedByte(start + MessageHeader.LENGTH - 1);
        Optional<MessageType> type = MessageType.of(typeCode);
        if (length < MessageHeader.LENGTH || length > MessageHeader.MAX_LENGTH) {
            return Optional.of(badLength(length, "a message"));
        }
        if (type.isEmpty()) {
            return Optional.of(ReadResult.refuse(
                    Notification.of(BAD_MESSAGE_TYPE, (byte) typeCode),
                    "sent a message of the unknown type " + typeCode));
        }
        if (!type.get().mayHaveLength(length)) {
            return Optional.of(badLength(length, type.get().name()));
        }
        if (in.readableBytes() < length) {
            return Optional.empty();
        }
        ByteBuf body = in.skipBytes(MessageHeader.LENGTH).readSlice(length - MessageHeader.LENGTH);
        return Optional.of(body(type.get(), body, context));
    }

    private static boolean markerIsGood(ByteBuf in) {
        int there = Math.min(in.readableBytes(), MessageHeader.MARKER_LENGTH);
        for (int i = 0; i < there; i++) {
            if (in.getUnsignedByte(in.readerIndex() + i) != MARKER_OCTET) {
                return false;
            }
        }
        return true;
    }

    static ReadResult badLength(int length, String what) {
        byte[] data = {(byte) (length >>> Byte.SIZE), (byte) length};
        return ReadResult.refuse(
                Notification.of(BAD_MESSAGE_LENGTH, data), "sent " + what + " with a length of " + length + " octets");
    }

    private static ReadResult body(MessageType type, ByteBuf body, CodecContext context) {
        return switch (type) {
            case OPEN -> Open.read(body);
            case UPDATE -> Update.read(body, context);
            case NOTIFICATION -> Notification.read(body);
            case KEEPALIVE -> new ReadResult.Ok(new Keepalive());
            case ROUTE_REFRESH -> RouteRefresh.read(body);
        };
    }
}
