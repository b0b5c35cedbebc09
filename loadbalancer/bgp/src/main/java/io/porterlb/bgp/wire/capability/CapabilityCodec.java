package io.porterlb.bgp.wire.capability;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Capabilities as they stand in a Capabilities optional parameter, one after the other: code, length, value
/// ([RFC 5492 4](https://www.rfc-editor.org/rfc/rfc5492#section-4)).
public final class CapabilityCodec {
    private static final int HEADER = 2;
    private static final int MAX_LENGTH = 0xFF;

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
            capabilities.add(CapabilityType.read(code, in.readSlice(length)));
        }
        return Optional.of(capabilities);
    }

    /// Writes all, one after the other.
    ///
    /// @throws IllegalStateException if one is longer than its length octet can say; who builds them sees to
    ///     that
    public static void write(List<Capability> capabilities, ByteBuf out) {
        for (Capability capability : capabilities) {
            out.writeByte(capability.code());
            int lengthAt = out.writerIndex();
            out.writeByte(0);
            capability.writeValue(out);
            int length = out.writerIndex() - lengthAt - 1;
            if (length > MAX_LENGTH) {
                throw new IllegalStateException("capability of " + length + " octets: " + capability);
            }
            out.setByte(lengthAt, length);
        }
    }
}
