package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;

/// CLUSTER_LIST ([RFC 4456 8](https://www.rfc-editor.org/rfc/rfc4456#section-8)): the way of a reflected
/// route. Read only; we reflect nothing.
///
/// @param identifiers of the clusters, 32 bits each
public record ClusterList(List<IpAddress> identifiers) implements PathAttribute {
    public ClusterList {
        identifiers = List.copyOf(identifiers);
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        int length = in.readableBytes();
        return length == 0 || length % IpFamily.V4.octets() != 0
                ? AttributeValue.badLength(length)
                : AttributeValue.good(new ClusterList(Addresses.readAll(in, IpFamily.V4)));
    }

    @Override
    public int code() {
        return AttributeType.CLUSTER_LIST.code();
    }

    @Override
    public String words() {
        return Addresses.words(identifiers);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        identifiers.forEach(identifier -> out.writeBytes(identifier.toOctets()));
    }
}
