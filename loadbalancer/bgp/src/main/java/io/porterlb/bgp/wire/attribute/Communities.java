package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// COMMUNITIES ([RFC 1997](https://www.rfc-editor.org/rfc/rfc1997)), each 32 bits.
public record Communities(List<Integer> values) implements PathAttribute {
    private static final int LOWER_HALF = 0xFFFF;

    public Communities {
        values = List.copyOf(values);
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        int length = in.readableBytes();
        if (length == 0 || length % Integer.BYTES != 0) {
            return AttributeValue.badLength(length);
        }
        List<Integer> values = new ArrayList<>(length / Integer.BYTES);
        while (in.isReadable()) {
            values.add(in.readInt());
        }
        return AttributeValue.good(new Communities(values));
    }

    @Override
    public int code() {
        return AttributeType.COMMUNITIES.code();
    }

    /// Both halves of each in decimal: `65000:1 65535:65281`.
    @Override
    public String words() {
        return values.stream()
                .map(value -> (value >>> Short.SIZE) + ":" + (value & LOWER_HALF))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        values.forEach(out::writeInt);
    }
}
