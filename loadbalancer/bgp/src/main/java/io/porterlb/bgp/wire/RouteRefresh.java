package io.porterlb.bgp.wire;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;

/// ROUTE-REFRESH ([RFC 2918 3](https://www.rfc-editor.org/rfc/rfc2918#section-3)): send all routes of this family
/// again.
public record RouteRefresh(AddressFamily family) implements BgpMessage {
    static ReadResult read(ByteBuf body) {
        int afi = body.readUnsignedShort();
        body.skipBytes(1); // reserved
        return new ReadResult.Ok(new RouteRefresh(new AddressFamily(afi, body.readUnsignedByte())));
    }

    @Override
    public MessageType type() {
        return MessageType.ROUTE_REFRESH;
    }

    @Override
    public void writeBody(ByteBuf out, CodecContext context) {
        out.writeShort(family.afi()).writeByte(0).writeByte(family.safi());
    }
}
