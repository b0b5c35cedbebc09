package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Capabilities as they stand in a Capabilities optional parameter, one after the other: code, length, value
/// ([RFC 5492 4](https://www.rfc-editor.org/rfc/rfc5492#section-4)).
public final class CapabilityCodec {
    private static final int HEADER = 2;

    private CapabilityCodec() {}

    /// Reads the whole buffer; empty if a capability runs past its end.
    public static Optional<List<Capability>> read(ByteBuf in) {
        List<Capability> capabilities = new ArrayList<>();
        while (in.isReadable()) {
            if (in.readableBytes() < HEADER) {
                return Optional.empty();
            }
            int code = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length > in.readableBytes()) {
                return Optional.empty();
            }
            capabilities.add(capability(code, in.readSlice(length)));
        }
        return Optional.of(capabilities);
    }

    private static Capability capability(int code, ByteBuf value) {
        int length = value.readableBytes();
        if (code == Capability.Multiprotocol.CODE && length == Capability.Multiprotocol.LENGTH) {
            return multiprotocol(value);
        }
        if (code == Capability.RouteRefresh.CODE && length == Capability.RouteRefresh.LENGTH) {
            return new Capability.RouteRefresh();
        }
        if (code == Capability.FourOctetAs.CODE && length == Capability.FourOctetAs.LENGTH) {
            return new Capability.FourOctetAs(value.readUnsignedInt());
        }
        return new Capability.Unknown(code, Octets.readAll(value));
    }

    private static Capability multiprotocol(ByteBuf value) {
        int afi = value.readUnsignedShort();
        value.skipBytes(1); // reserved
        return new Capability.Multiprotocol(new AddressFamily(afi, value.readUnsignedByte()));
    }

    public static void write(List<Capability> capabilities, ByteBuf out) {
        for (Capability capability : capabilities) {
            out.writeByte(capability.code());
            int lengthAt = out.writerIndex();
            out.writeByte(0);
            capability.writeValue(out);
            out.setByte(lengthAt, out.writerIndex() - lengthAt - 1);
        }
    }
}
