package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Paths Limit
/// (draft-abraitis-idr-addpath-paths-limit):
/// how many paths of one prefix the sender takes, by family, beside [AddPathCapability].
public record PathsLimitCapability(List<Family> families) implements Capability {
    /// One family.
    ///
    /// @param limit 0 to 65535; 0 says nothing
    public record Family(AddressFamily family, int limit) {}

    public PathsLimitCapability {
        families = List.copyOf(families);
    }

    /// The limit of this family, at least 1; empty without one. Of several entries the first counts.
    public OptionalInt limit(AddressFamily family) {
        return families.stream()
                .filter(each -> each.family().equals(family))
                .mapToInt(Family::limit)
                .limit(1)
                .filter(limit -> limit > 0)
                .findFirst();
    }

    static Optional<PathsLimitCapability> read(ByteBuf in) {
        List<Family> families = new ArrayList<>();
        while (in.isReadable()) {
            AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedByte());
            families.add(new Family(family, in.readUnsignedShort()));
        }
        return Optional.of(new PathsLimitCapability(families));
    }

    @Override
    public int code() {
        return CapabilityType.PATHS_LIMIT.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        for (Family each : families) {
            out.writeShort(each.family().afi()).writeByte(each.family().safi()).writeShort(each.limit());
        }
    }
}
