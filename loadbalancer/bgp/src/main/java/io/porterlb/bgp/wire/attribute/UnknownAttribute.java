package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Octets;

/// An attribute that is kept as it came: an optional transitive one that we don't know, with the Partial bit
/// (RFC 4271 5), or routes of a family that we don't know.
///
/// @param flags the attribute flags to write
/// @param code type code, 0 to 255
public record UnknownAttribute(int flags, int code, Octets value) implements PathAttribute {
    /// The octets as hexadecimal digits.
    @Override
    public String words() {
        return value.toString();
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        value.write(out);
    }
}
