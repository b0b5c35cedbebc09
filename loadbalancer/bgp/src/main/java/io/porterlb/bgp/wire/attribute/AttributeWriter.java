package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;

/// Writes path attributes in the order given, which should be that of the type codes (RFC 4271 5).
public final class AttributeWriter {
    private static final int MAX_SHORT_LENGTH = 0xFF;

    private AttributeWriter() {}

    public static void write(List<PathAttribute> attributes, ByteBuf out, CodecContext context) {
        attributes.forEach(attribute -> write(attribute, out, context));
    }

    /// One octet of length where it suffices; else the value is moved one to the right for the second octet.
    private static void write(PathAttribute attribute, ByteBuf out, CodecContext context) {
        int start = out.writerIndex();
        out.writeByte(attribute.flags()).writeByte(attribute.code()).writeByte(0);
        int valueAt = out.writerIndex();
        attribute.writeValue(out, context);
        int length = out.writerIndex() - valueAt;
        if (length <= MAX_SHORT_LENGTH) {
            out.setByte(valueAt - 1, length);
            return;
        }
        byte[] value = ByteBufUtil.getBytes(out, valueAt, length);
        out.writerIndex(valueAt + 1).writeBytes(value);
        out.setByte(start, attribute.flags() | AttributeFlags.EXTENDED_LENGTH);
        out.setShort(valueAt - 1, length);
    }
}
