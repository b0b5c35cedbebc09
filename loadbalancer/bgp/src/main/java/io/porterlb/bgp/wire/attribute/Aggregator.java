package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.CodecContext;

/// AGGREGATOR ([RFC 4271 5.1.7](https://www.rfc-editor.org/rfc/rfc4271#section-5.1.7)). The AS number has two
/// octets or four, as in [AsPath].
///
/// @param asNumber who aggregated, 1 to 4294967295
/// @param identifier the BGP identifier of the speaker that did it
public record Aggregator(long asNumber, IpAddress identifier) implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        int asOctets = context.fourOctetAs() ? Integer.BYTES : Short.BYTES;
        if (in.readableBytes() != asOctets + IpFamily.V4.octets()) {
            return AttributeValue.badLength(in.readableBytes());
        }
        long asNumber = context.fourOctetAs() ? in.readUnsignedInt() : in.readUnsignedShort();
        return asNumber == 0
                ? AttributeValue.malformed("has AS 0 in it") // RFC 7607 2
                : AttributeValue.good(new Aggregator(asNumber, Addresses.read(in, IpFamily.V4)));
    }

    @Override
    public int code() {
        return AttributeType.AGGREGATOR.code();
    }

    @Override
    public String words() {
        return asNumber + " " + identifier;
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        if (context.fourOctetAs()) {
            out.writeInt((int) asNumber);
        } else {
            out.writeShort(AsPathSegment.toTwoOctets(asNumber));
        }
        out.writeInt((int) identifier.low());
    }
}
