package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Long-Lived Graceful Restart ([RFC 9494 3](https://www.rfc-editor.org/rfc/rfc9494#section-3)). Known so
/// that it can be shown; we never offer it, because a router then keeps routes to a dead node.
public record LongLivedGracefulRestartCapability(List<Family> families) implements Capability {
    private static final int FORWARDING = 0x80;

    /// One family.
    ///
    /// @param forwarding the F bit: forwarding went on while the sender restarted
    /// @param staleTime how long its routes are to be kept, in seconds, 24 bits
    public record Family(AddressFamily family, boolean forwarding, int staleTime) {}

    public LongLivedGracefulRestartCapability {
        families = List.copyOf(families);
    }

    static Optional<LongLivedGracefulRestartCapability> read(ByteBuf in) {
        List<Family> families = new ArrayList<>();
        while (in.isReadable()) {
            AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedByte());
            boolean forwarding = (in.readUnsignedByte() & FORWARDING) != 0;
            families.add(new Family(family, forwarding, in.readUnsignedMedium()));
        }
        return Optional.of(new LongLivedGracefulRestartCapability(families));
    }

    @Override
    public int code() {
        return CapabilityType.LONG_LIVED_GRACEFUL_RESTART.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        for (Family each : families) {
            out.writeShort(each.family().afi()).writeByte(each.family().safi());
            out.writeByte(each.forwarding() ? FORWARDING : 0).writeMedium(each.staleTime());
        }
    }
}
