package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;

/// BFD strict mode
/// (draft-ietf-idr-bgp-bfd-strict-mode):
/// if both sides send it, the session waits for BFD to be up.
public record StrictBfdCapability() implements Capability {
    @Override
    public int code() {
        return CapabilityType.STRICT_BFD.code();
    }

    @Override
    public void writeValue(ByteBuf out) {}
}
