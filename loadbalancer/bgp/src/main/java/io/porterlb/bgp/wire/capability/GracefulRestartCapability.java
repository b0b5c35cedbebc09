package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Graceful Restart ([RFC 4724 3](https://www.rfc-editor.org/rfc/rfc4724#section-3)).
///
/// @param restarting the R bit: the sender has restarted, and End-of-RIB need not be waited for
/// @param notification the N bit ([RFC 8538 2](https://www.rfc-editor.org/rfc/rfc8538#section-2)): also after a
///     NOTIFICATION and an expired hold timer
/// @param restartTime how long the sender's routes are to be kept, in seconds, 0 to 4095
/// @param families whose routes are kept; none if the sender only helps others to restart
public record GracefulRestartCapability(
        boolean restarting, boolean notification, int restartTime, List<Family> families) implements Capability {
    private static final int RESTARTING = 0x8000;
    private static final int NOTIFICATION = 0x4000;
    private static final int RESTART_TIME = 0x0FFF;
    private static final int FORWARDING = 0x80;

    /// One family.
    ///
    /// @param forwarding the F bit: forwarding went on while the sender restarted
    public record Family(AddressFamily family, boolean forwarding) {}

    public GracefulRestartCapability {
        families = List.copyOf(families);
    }

    static Optional<GracefulRestartCapability> read(ByteBuf in) {
        int head = in.readUnsignedShort();
        List<Family> families = new ArrayList<>();
        while (in.isReadable()) {
            AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedByte());
            families.add(new Family(family, (in.readUnsignedByte() & FORWARDING) != 0));
        }
        return Optional.of(new GracefulRestartCapability(
                (head & RESTARTING) != 0, (head & NOTIFICATION) != 0, head & RESTART_TIME, families));
    }

    @Override
    public int code() {
        return CapabilityType.GRACEFUL_RESTART.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        out.writeShort((restarting ? RESTARTING : 0) | (notification ? NOTIFICATION : 0) | restartTime);
        for (Family each : families) {
            out.writeShort(each.family().afi()).writeByte(each.family().safi());
            out.writeByte(each.forwarding() ? FORWARDING : 0);
        }
    }
}
