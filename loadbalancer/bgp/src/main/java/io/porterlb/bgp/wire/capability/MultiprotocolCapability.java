package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.Optional;

/// Multiprotocol Extensions ([RFC 4760 8](https://www.rfc-editor.org/rfc/rfc4760#section-8)): routes of this
/// family may be exchanged.
public record MultiprotocolCapability(AddressFamily family) implements Capability {
    static Optional<MultiprotocolCapability> read(ByteBuf in) {
        int afi = in.readUnsignedShort();
        in.skipBytes(1); // reserved
        return Optional.of(new MultiprotocolCapability(new AddressFamily(afi, in.readUnsignedByte())));
    }

    @Override
    public int code() {
        return CapabilityType.MULTIPROTOCOL.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        out.writeShort(family.afi()).writeByte(0).writeByte(family.safi());
    }
}
