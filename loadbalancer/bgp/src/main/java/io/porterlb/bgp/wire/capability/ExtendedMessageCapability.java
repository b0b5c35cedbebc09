package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;

/// BGP Extended Message ([RFC 8654 3](https://www.rfc-editor.org/rfc/rfc8654#section-3)): the sender takes
/// messages of more than 4096 octets. Known so that it can be shown; we neither offer nor use it.
public record ExtendedMessageCapability() implements Capability {
    @Override
    public int code() {
        return CapabilityType.EXTENDED_MESSAGE.code();
    }

    @Override
    public void writeValue(ByteBuf out) {}
}
