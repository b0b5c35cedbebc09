package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// MULTI_EXIT_DISC ([RFC 4271 5.1.4](https://www.rfc-editor.org/rfc/rfc4271#section-5.1.4)).
///
/// @param value 0 to 4294967295
public record MultiExitDisc(long value) implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        return in.readableBytes() == Integer.BYTES
                ? AttributeValue.good(new MultiExitDisc(in.readUnsignedInt()))
                : AttributeValue.badLength(in.readableBytes());
    }

    @Override
    public int code() {
        return AttributeType.MULTI_EXIT_DISC.code();
    }

    @Override
    public String words() {
        return Long.toString(value);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeInt((int) value);
    }
}
