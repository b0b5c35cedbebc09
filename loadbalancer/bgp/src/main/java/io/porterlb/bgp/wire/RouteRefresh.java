package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.bgp.wire.fault.NotificationCode;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;

/// ROUTE-REFRESH ([RFC 2918 3](https://www.rfc-editor.org/rfc/rfc2918#section-3), RFC 7313 3.2).
///
/// @param family the routes that are meant
/// @param subtype what about them: [#REQUEST], [#BEGIN] or [#END]; any other, up to 255, is to be ignored
public record RouteRefresh(AddressFamily family, int subtype) implements BgpMessage {
    /// Send all routes of this family again.
    public static final int REQUEST = 0;

    /// BoRR: from here on come all routes again.
    public static final int BEGIN = 1;

    /// EoRR: these were all; what was not said again no longer holds.
    public static final int END = 2;

    private static final int LENGTH = 4;
    private static final int SUBTYPE_AT = 2;

    /// A request.
    public RouteRefresh(AddressFamily family) {
        this(family, REQUEST);
    }

    static ReadResult read(ByteBuf body) {
        if (body.readableBytes() != LENGTH) {
            return badLength(body);
        }
        int afi = body.readUnsignedShort();
        int subtype = body.readUnsignedByte();
        return new ReadResult.Ok(new RouteRefresh(new AddressFamily(afi, body.readUnsignedByte()), subtype));
    }

    /// RFC 7313 5 for the two subtypes that it brings: the answer carries the whole message, as far as it
    /// fits. For all others, RFC 4271 6.1.
    private static ReadResult badLength(ByteBuf body) {
        int length = MessageHeader.LENGTH + body.readableBytes();
        int subtype = body.readableBytes() > SUBTYPE_AT ? body.getUnsignedByte(SUBTYPE_AT) : REQUEST;
        if (subtype != BEGIN && subtype != END) {
            return MessageReader.badLength(length, MessageType.ROUTE_REFRESH.name());
        }
        ByteBuf message = MessageWriter.header(Unpooled.buffer(length), MessageType.ROUTE_REFRESH, length);
        message.writeBytes(body);
        Octets data = Octets.readAll(message.slice(0, Math.min(length, Notification.MAX_DATA)));
        return ReadResult.refuse(
                Notification.of(NotificationCode.INVALID_ROUTE_REFRESH_LENGTH, data),
                "sent a ROUTE-REFRESH of subtype " + subtype + " with a length of " + length + " octets");
    }

    @Override
    public MessageType type() {
        return MessageType.ROUTE_REFRESH;
    }

    @Override
    public void writeBody(ByteBuf out, CodecContext context) {
        out.writeShort(family.afi()).writeByte(subtype).writeByte(family.safi());
    }
}
