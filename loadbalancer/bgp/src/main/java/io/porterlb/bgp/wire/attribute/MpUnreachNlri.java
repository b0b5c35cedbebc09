package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.Nlri;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.List;

/// MP_UNREACH_NLRI ([RFC 4760 4](https://www.rfc-editor.org/rfc/rfc4760#section-4)): withdrawn routes of a
/// family; none for End-of-RIB.
public record MpUnreachNlri(AddressFamily family, List<PathPrefix> withdrawn) implements PathAttribute {
    private static final int HEADER = 3;

    public MpUnreachNlri {
        withdrawn = List.copyOf(withdrawn);
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        if (in.readableBytes() < HEADER) {
            return AttributeValue.badLength(in.readableBytes());
        }
        AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedByte());
        return MpFamily.unused(family, context, AttributeType.MP_UNREACH_NLRI, in)
                .orElseGet(() -> MpFamily.nlri(in, family, context)
                        .map(withdrawn -> AttributeValue.good(new MpUnreachNlri(family, withdrawn)))
                        .orElseGet(() -> AttributeValue.malformed("has a prefix that is none")));
    }

    @Override
    public int code() {
        return AttributeType.MP_UNREACH_NLRI.code();
    }

    /// The prefixes.
    @Override
    public String words() {
        return MpFamily.words(withdrawn);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        out.writeShort(family.afi()).writeByte(family.safi());
        Nlri.write(withdrawn, out, context.addPathSent().contains(family));
    }
}
