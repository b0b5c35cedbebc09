package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.CodecContext;

/// NEXT_HOP ([RFC 4271 5.1.3](https://www.rfc-editor.org/rfc/rfc4271#section-5.1.3)), an IPv4 address.
public record NextHop(IpAddress address) implements PathAttribute {
    static AttributeValue read(ByteBuf in, CodecContext context) {
        if (in.readableBytes() != IpFamily.V4.octets()) {
            return AttributeValue.badLength(in.readableBytes());
        }
        IpAddress address = Addresses.read(in, IpFamily.V4);
        return Addresses.mayBeNextHop(address)
                ? AttributeValue.good(new NextHop(address))
                : AttributeValue.malformed("is " + address + ", which is not the address of a host");
    }

    @Override
    public int code() {
        return AttributeType.NEXT_HOP.code();
    }

    @Override
    public String words() {
        return address.toString();
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeBytes(address.toOctets());
    }
}
