package io.porterlb.layer2.wire;

import java.nio.ByteBuffer;

/// The checksum of ICMPv6 ([RFC 4443 2.3](https://www.rfc-editor.org/rfc/rfc4443#section-2.3), with the
/// pseudo-header of [RFC 8200 8.1](https://www.rfc-editor.org/rfc/rfc8200#section-8.1)).
final class InternetChecksum {
    private InternetChecksum() {}

    /// Of a message with its checksum field at 0; of one whose checksum is right it is 0.
    ///
    /// @param addresses source and destination
    /// @param message an even number of octets, as every neighbor discovery message has
    static short of(ByteBuffer addresses, ByteBuffer message) {
        long sum = sum(addresses) + message.remaining() + NdCodec.ICMPV6 + sum(message);
        while (sum >>> Short.SIZE != 0) {
            sum = (sum & 0xFFFF) + (sum >>> Short.SIZE);
        }
        return (short) ~sum;
    }

    private static long sum(ByteBuffer words) {
        long sum = 0;
        for (int at = words.position(); at < words.limit(); at += Short.BYTES) {
            sum += Short.toUnsignedInt(words.getShort(at));
        }
        return sum;
    }
}
