package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.Octets;

/// A capability that we don't know, or a known one with a value that its RFC does not give it: kept,
/// otherwise ignored.
public record UnknownCapability(int code, Octets value) implements Capability {
    @Override
    public void writeValue(ByteBuf out) {
        value.write(out);
    }
}
