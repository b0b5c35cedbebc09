package io.porterlb.layer2.wire;

import io.porterlb.address.MacAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The options of a neighbor message ([RFC 4861 4.6](https://www.rfc-editor.org/rfc/rfc4861#section-4.6)), of
/// which the link-layer address alone is of interest.
sealed interface NdOptions {
    /// Octets that the length of an option counts by.
    int UNIT = 8;

    int HEADER = 2;

    /// All are whole.
    ///
    /// @param linkLayer the first address of the kind that was looked for
    record Whole(Optional<MacAddress> linkLayer) implements NdOptions {}

    /// One ends behind the message, has the length 0, which would be read for ever, or is no MAC address.
    record Broken() implements NdOptions {}

    /// Reads to the end of the buffer.
    static NdOptions read(ByteBuffer in, int wanted) {
        Optional<MacAddress> found = Optional.empty();
        while (in.hasRemaining()) {
            int type = in.remaining() < UNIT ? 0 : Byte.toUnsignedInt(in.get(in.position()));
            int length = in.remaining() < UNIT ? 0 : Byte.toUnsignedInt(in.get(in.position() + 1)) * UNIT;
            if (length == 0 || length > in.remaining()) {
                return new Broken();
            }
            ByteBuffer value = in.slice(in.position() + HEADER, length - HEADER);
            in.position(in.position() + length);
            if (type == wanted && found.isEmpty()) {
                MacAddress mac = Fields.mac(value);
                if (length != UNIT || !mac.isUnicast()) {
                    return new Broken();
                }
                found = Optional.of(mac);
            }
        }
        return new Whole(found);
    }

    static void write(int type, MacAddress mac, ByteBuffer out) {
        out.put((byte) type).put((byte) 1).put(mac.toOctets());
    }
}
