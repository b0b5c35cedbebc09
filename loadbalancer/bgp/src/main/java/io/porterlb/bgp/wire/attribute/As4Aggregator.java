package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.CodecContext;

/// AS4_AGGREGATOR ([RFC 6793 3](https://www.rfc-editor.org/rfc/rfc6793#section-3)): [Aggregator] in four-octet
/// numbers, for a peer that has two-octet ones.
///
/// @param asNumber who aggregated, 1 to 4294967295
/// @param identifier the BGP identifier of the speaker that did it
public record As4Aggregator(long asNumber, IpAddress identifier) implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        if (in.readableBytes() != Integer.BYTES + IpFamily.V4.octets()) {
            return AttributeValue.badLength(in.readableBytes());
        }
        long asNumber = in.readUnsignedInt();
        return asNumber == 0
                ? AttributeValue.malformed("has AS 0 in it") // RFC 7607 2
                : AttributeValue.good(new As4Aggregator(asNumber, Addresses.read(in, IpFamily.V4)));
    }

    @Override
    public int code() {
        return AttributeType.AS4_AGGREGATOR.code();
    }

    @Override
    public String words() {
        return asNumber + " " + identifier;
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeInt((int) asNumber).writeInt((int) identifier.low());
    }
}
