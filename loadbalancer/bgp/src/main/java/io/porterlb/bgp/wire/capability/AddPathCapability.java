package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// ADD-PATH ([RFC 7911 4](https://www.rfc-editor.org/rfc/rfc7911#section-4)): which way several paths of a
/// prefix may go, by family.
public record AddPathCapability(List<Family> families) implements Capability {
    /// One family.
    public record Family(AddressFamily family, Mode mode) {}

    /// What the sender of the capability would do.
    public enum Mode {
        RECEIVE(1),
        SEND(2),
        BOTH(3);

        private final int value;

        Mode(int value) {
            this.value = value;
        }

        public boolean receives() {
            return this != SEND;
        }

        public boolean sends() {
            return this != RECEIVE;
        }
    }

    public AddPathCapability {
        families = List.copyOf(families);
    }

    /// What the sender would do in this family; empty if it is not listed. Of several entries the first counts.
    public Optional<Mode> mode(AddressFamily family) {
        return families.stream()
                .filter(each -> each.family().equals(family))
                .map(Family::mode)
                .findFirst();
    }

    /// Empty with another mode than these three: RFC 7911 4 wants the capability ignored then.
    static Optional<AddPathCapability> read(ByteBuf in) {
        List<Family> families = new ArrayList<>();
        while (in.isReadable()) {
            AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedByte());
            int mode = in.readUnsignedByte();
            if (mode < Mode.RECEIVE.value || mode > Mode.BOTH.value) {
                return Optional.empty();
            }
            families.add(new Family(family, Mode.values()[mode - 1]));
        }
        return Optional.of(new AddPathCapability(families));
    }

    @Override
    public int code() {
        return CapabilityType.ADD_PATH.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        for (Family each : families) {
            out.writeShort(each.family().afi()).writeByte(each.family().safi());
            out.writeByte(each.mode().value);
        }
    }
}
