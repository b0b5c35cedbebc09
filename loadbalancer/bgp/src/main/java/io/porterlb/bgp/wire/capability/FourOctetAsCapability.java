package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/// Four-octet AS number ([RFC 6793 3](https://www.rfc-editor.org/rfc/rfc6793#section-3)).
///
/// @param asNumber the sender's AS, 0 to 4294967295
public record FourOctetAsCapability(long asNumber) implements Capability {
    static Optional<FourOctetAsCapability> read(ByteBuf in) {
        return Optional.of(new FourOctetAsCapability(in.readUnsignedInt()));
    }

    @Override
    public int code() {
        return CapabilityType.FOUR_OCTET_AS.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        out.writeInt((int) asNumber);
    }
}
