package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;

/// ORIGIN ([RFC 4271 5.1.1](https://www.rfc-editor.org/rfc/rfc4271#section-5.1.1)), with its values in 4.3.
public enum Origin implements PathAttribute {
    IGP(0),
    EGP(1),
    INCOMPLETE(2);

    private final int value;

    Origin(int value) {
        this.value = value;
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        if (in.readableBytes() != 1) {
            return AttributeValue.badLength(in.readableBytes());
        }
        int value = in.readUnsignedByte();
        return value < values().length
                ? AttributeValue.good(values()[value])
                : AttributeValue.malformed("has the value " + value);
    }

    @Override
    public int code() {
        return AttributeType.ORIGIN.code();
    }

    @Override
    public String words() {
        return name();
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeByte(value);
    }
}
