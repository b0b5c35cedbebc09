package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.MacAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The two neighbor messages in an IPv6 packet without extension headers ([RFC 8200
/// 3](https://www.rfc-editor.org/rfc/rfc8200#section-3), [RFC 4861
/// 4](https://www.rfc-editor.org/rfc/rfc4861#section-4)).
final class NdCodec {
    static final int ICMPV6 = 58;

    /// [RFC 4861 7.1](https://www.rfc-editor.org/rfc/rfc4861#section-7.1): no router was on the way.
    static final int HOP_LIMIT = 255;

    private static final int IP_HEADER = 40;
    private static final int VERSION_6 = 6;
    private static final int VERSION_SHIFT = 28;
    private static final int PAYLOAD_LENGTH_AT = 4;
    private static final int NEXT_HEADER_AT = 6;
    private static final int HOP_LIMIT_AT = 7;
    private static final int ADDRESSES_AT = 8;
    private static final int CHECKSUM_AT = 2;

    /// Type, code, checksum, flags, target.
    private static final int MESSAGE = 24;

    private NdCodec() {}

    static Parsed read(ByteBuffer packet) {
        if (packet.remaining() < IP_HEADER + MESSAGE) {
            return new Parsed.Not(DiscardReason.TOO_SHORT);
        }
        int length = Short.toUnsignedInt(packet.getShort(PAYLOAD_LENGTH_AT));
        if (packet.getInt(0) >>> VERSION_SHIFT != VERSION_6) {
            return new Parsed.Not(DiscardReason.NOT_IPV6);
        }
        if (packet.get(NEXT_HEADER_AT) != ICMPV6) {
            return new Parsed.Not(DiscardReason.OTHER_PROTOCOL);
        }
        if (Byte.toUnsignedInt(packet.get(HOP_LIMIT_AT)) != HOP_LIMIT) {
            return new Parsed.Not(DiscardReason.FORWARDED);
        }
        if (length < MESSAGE || length > packet.remaining() - IP_HEADER || length % Short.BYTES != 0) {
            return new Parsed.Not(DiscardReason.TOO_SHORT);
        }
        ByteBuffer addresses = packet.slice(ADDRESSES_AT, IP_HEADER - ADDRESSES_AT);
        ByteBuffer message = packet.slice(IP_HEADER, length);
        return InternetChecksum.of(addresses, message) == 0
                ? message(Fields.ipv6(addresses), Fields.ipv6(addresses), message)
                : new Parsed.Not(DiscardReason.BAD_CHECKSUM);
    }

    private static Parsed message(IpAddress source, IpAddress destination, ByteBuffer in) {
        int type = Byte.toUnsignedInt(in.get());
        if (type != NeighborSolicitation.TYPE && type != NeighborAdvertisement.TYPE) {
            return new Parsed.Not(DiscardReason.OTHER_TYPE);
        }
        if (in.get() != 0) {
            return new Parsed.Not(DiscardReason.BAD_CODE);
        }
        in.getShort();
        int flags = in.getInt();
        IpAddress target = Fields.ipv6(in);
        if (Ipv6.isMulticast(target)) {
            return new Parsed.Not(DiscardReason.BAD_TARGET);
        }
        boolean asks = type == NeighborSolicitation.TYPE;
        return switch (NdOptions.read(in, asks ? NeighborSolicitation.OPTION : NeighborAdvertisement.OPTION)) {
            case NdOptions.Broken() -> new Parsed.Not(DiscardReason.BAD_OPTION);
            case NdOptions.Whole(var mac) ->
                asks
                        ? new NeighborSolicitation(source, destination, target, mac).checked()
                        : new NeighborAdvertisement(
                                        source, destination, target, NeighborAdvertisement.Flags.of(flags), mac)
                                .checked();
        };
    }

    static int length(Optional<MacAddress> option) {
        return IP_HEADER + MESSAGE + (option.isPresent() ? NdOptions.UNIT : 0);
    }

    static void write(NeighborSolicitation message, ByteBuffer out) {
        header(message.source(), message.destination(), message.sourceLinkLayer(), out);
        out.putInt(NeighborSolicitation.TYPE << 24)
                .putInt(0)
                .put(message.target().toOctets());
        message.sourceLinkLayer().ifPresent(mac -> NdOptions.write(NeighborSolicitation.OPTION, mac, out));
        putChecksum(out);
    }

    static void write(NeighborAdvertisement message, ByteBuffer out) {
        header(message.source(), message.destination(), message.targetLinkLayer(), out);
        out.putInt(NeighborAdvertisement.TYPE << 24).putInt(message.flags().bits());
        out.put(message.target().toOctets());
        message.targetLinkLayer().ifPresent(mac -> NdOptions.write(NeighborAdvertisement.OPTION, mac, out));
        putChecksum(out);
    }

    private static void header(IpAddress source, IpAddress destination, Optional<MacAddress> option, ByteBuffer out) {
        out.putInt(VERSION_6 << VERSION_SHIFT).putShort((short) (length(option) - IP_HEADER));
        out.put((byte) ICMPV6).put((byte) HOP_LIMIT);
        out.put(source.toOctets()).put(destination.toOctets());
    }

    /// @param out a whole packet, from its first octet on
    private static void putChecksum(ByteBuffer out) {
        ByteBuffer addresses = out.slice(ADDRESSES_AT, IP_HEADER - ADDRESSES_AT);
        ByteBuffer message = out.slice(IP_HEADER, out.position() - IP_HEADER);
        out.putShort(IP_HEADER + CHECKSUM_AT, InternetChecksum.of(addresses, message));
    }
}
