package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// LARGE_COMMUNITY ([RFC 8092](https://www.rfc-editor.org/rfc/rfc8092)).
public record LargeCommunities(List<Value> values) implements PathAttribute {
    private static final int LENGTH = 3 * Integer.BYTES;

    /// One of them; each part is 0 to 4294967295.
    public record Value(long globalAdministrator, long data1, long data2) {
        @Override
        public String toString() {
            return globalAdministrator + ":" + data1 + ":" + data2;
        }
    }

    public LargeCommunities {
        values = List.copyOf(values);
    }

    /// Of equal ones the first is kept (RFC 8092 3).
    static AttributeValue read(ByteBuf in, CodecContext context) {
        int length = in.readableBytes();
        if (length == 0 || length % LENGTH != 0) {
            return AttributeValue.badLength(length);
        }
        SequencedSet<Value> values = new LinkedHashSet<>();
        while (in.isReadable()) {
            values.add(new Value(in.readUnsignedInt(), in.readUnsignedInt(), in.readUnsignedInt()));
        }
        return AttributeValue.good(new LargeCommunities(List.copyOf(values)));
    }

    @Override
    public int code() {
        return AttributeType.LARGE_COMMUNITY.code();
    }

    /// The parts of each in decimal: `65000:1:2`.
    @Override
    public String words() {
        return values.stream().map(Value::toString).collect(Collectors.joining(" "));
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        for (Value value : values) {
            out.writeInt((int) value.globalAdministrator());
            out.writeInt((int) value.data1()).writeInt((int) value.data2());
        }
    }
}
