package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// Only to Customer, OTC ([RFC 9234 5](https://www.rfc-editor.org/rfc/rfc9234#section-5)): the route has been
/// sent to a customer, a peer or a client of a route server, and may go on to customers only.
///
/// @param asNumber the AS that said so, 0 to 4294967295
public record OnlyToCustomer(long asNumber) implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        return in.readableBytes() == Integer.BYTES
                ? AttributeValue.good(new OnlyToCustomer(in.readUnsignedInt()))
                : AttributeValue.badLength(in.readableBytes());
    }

    @Override
    public int code() {
        return AttributeType.OTC.code();
    }

    @Override
    public String words() {
        return Long.toString(asNumber);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeInt((int) asNumber);
    }
}
