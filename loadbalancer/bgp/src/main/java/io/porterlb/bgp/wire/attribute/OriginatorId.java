package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.CodecContext;

/// ORIGINATOR_ID ([RFC 4456 8](https://www.rfc-editor.org/rfc/rfc4456#section-8)): who brought a reflected
/// route into the AS. Read only; we reflect nothing.
public record OriginatorId(IpAddress identifier) implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        return in.readableBytes() == IpFamily.V4.octets()
                ? AttributeValue.good(new OriginatorId(Addresses.read(in, IpFamily.V4)))
                : AttributeValue.badLength(in.readableBytes());
    }

    @Override
    public int code() {
        return AttributeType.ORIGINATOR_ID.code();
    }

    @Override
    public String words() {
        return identifier.toString();
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeBytes(identifier.toOctets());
    }
}
