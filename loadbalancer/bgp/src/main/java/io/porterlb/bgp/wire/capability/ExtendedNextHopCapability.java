package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Extended Next Hop Encoding ([RFC 8950 4](https://www.rfc-editor.org/rfc/rfc8950#section-4)): routes of one
/// family may have a next hop of another.
public record ExtendedNextHopCapability(List<Encoding> encodings) implements Capability {
    /// One pair.
    ///
    /// @param family of the routes; its SAFI has 16 bits here
    /// @param nextHopAfi of their next hop, 16 bits:
    ///     [IANA address family number](https://www.iana.org/assignments/address-family-numbers)
    public record Encoding(AddressFamily family, int nextHopAfi) {
        public static final Encoding IPV4_OVER_IPV6 =
                new Encoding(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST.afi());
    }

    public ExtendedNextHopCapability {
        encodings = List.copyOf(encodings);
    }

    static Optional<ExtendedNextHopCapability> read(ByteBuf in) {
        List<Encoding> encodings = new ArrayList<>();
        while (in.isReadable()) {
            AddressFamily family = new AddressFamily(in.readUnsignedShort(), in.readUnsignedShort());
            encodings.add(new Encoding(family, in.readUnsignedShort()));
        }
        return Optional.of(new ExtendedNextHopCapability(encodings));
    }

    @Override
    public int code() {
        return CapabilityType.EXTENDED_NEXT_HOP.code();
    }

    @Override
    public void writeValue(ByteBuf out) {
        for (Encoding encoding : encodings) {
            AddressFamily family = encoding.family();
            out.writeShort(family.afi()).writeShort(family.safi()).writeShort(encoding.nextHopAfi());
        }
    }
}
