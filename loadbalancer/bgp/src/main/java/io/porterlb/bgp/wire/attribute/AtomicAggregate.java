package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// ATOMIC_AGGREGATE ([RFC 4271 5.1.6](https://www.rfc-editor.org/rfc/rfc4271#section-5.1.6)): that it is
/// there is all it says.
public record AtomicAggregate() implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        return in.isReadable()
                ? AttributeValue.badLength(in.readableBytes())
                : AttributeValue.good(new AtomicAggregate());
    }

    @Override
    public int code() {
        return AttributeType.ATOMIC_AGGREGATE.code();
    }

    @Override
    public String words() {
        return "";
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {}
}
