package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/// BGP Role ([RFC 9234 4.1](https://www.rfc-editor.org/rfc/rfc9234#section-4.1)): what the sender is to us.
///
/// @param role 0 to 255, of which 0 to 4 have names
public record RoleCapability(int role) implements Capability {
    static Optional<RoleCapability> read(ByteBuf in) {
        return Optional.of(new RoleCapability(in.readUnsignedByte()));
    }

    @Override
    public int code() {
        return CapabilityType.ROLE.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        out.writeByte(role);
    }
}
