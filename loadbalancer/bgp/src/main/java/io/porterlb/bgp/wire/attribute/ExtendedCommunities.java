package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Extended Communities ([RFC 4360](https://www.rfc-editor.org/rfc/rfc4360)), link bandwidth among them. All
/// kinds are kept.
///
/// @param values each eight octets as a number, the type in the highest
public record ExtendedCommunities(List<Long> values) implements PathAttribute {
    public ExtendedCommunities {
        values = List.copyOf(values);
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        int length = in.readableBytes();
        if (length == 0 || length % Long.BYTES != 0) {
            return AttributeValue.badLength(length);
        }
        List<Long> values = new ArrayList<>(length / Long.BYTES);
        while (in.isReadable()) {
            values.add(in.readLong());
        }
        return AttributeValue.good(new ExtendedCommunities(values));
    }

    @Override
    public int code() {
        return AttributeType.EXTENDED_COMMUNITIES.code();
    }

    /// Each as hexadecimal digits: `0x0002fde800000064`.
    @Override
    public String words() {
        return values.stream()
                .map(value -> "0x" + HexFormat.of().toHexDigits(value))
                .collect(Collectors.joining(" "));
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        values.forEach(out::writeLong);
    }
}
