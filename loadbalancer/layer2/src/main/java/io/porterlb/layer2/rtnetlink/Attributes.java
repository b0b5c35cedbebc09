package io.porterlb.layer2.rtnetlink;

import io.porterlb.address.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The attributes of a message (struct rtattr), by their types.
record Attributes(Map<Integer, ByteBuffer> values) {
    private static final int HEADER_LENGTH = 4;

    /// Without the marks "nested" and "in network order".
    private static final int TYPE_MASK = 0x3FFF;

    static final Attributes NONE = new Attributes(Map.of());

    /// Those that stand in a message behind so many octets.
    static Attributes after(ByteBuffer body, int skipped) {
        return of(part(body, skipped, body.remaining() - skipped));
    }

    private static Attributes of(ByteBuffer in) {
        Map<Integer, ByteBuffer> values = new HashMap<>();
        while (in.remaining() >= HEADER_LENGTH) {
            int length = Short.toUnsignedInt(in.getShort(in.position()));
            int type = in.getShort(in.position() + Short.BYTES) & TYPE_MASK;
            values.put(type, part(in, HEADER_LENGTH, length - HEADER_LENGTH));
            in.position(Math.min(in.limit(), in.position() + aligned(length)));
        }
        return new Attributes(values);
    }

    /// A part of what remains, in the same byte order.
    static ByteBuffer part(ByteBuffer of, int from, int length) {
        return of.slice(of.position() + from, length).order(of.order());
    }

    /// Each message and attribute begins at a multiple of four octets.
    static int aligned(int length) {
        return length + 3 & ~3;
    }

    Attributes nested(int type) {
        return get(type).map(Attributes::of).orElse(NONE);
    }

    Optional<byte[]> octets(int type) {
        return get(type).map(value -> {
            byte[] octets = new byte[value.remaining()];
            value.get(octets);
            return octets;
        });
    }

    Optional<Integer> number(int type) {
        return get(type).map(value -> value.getInt(0));
    }

    Optional<IpAddress> address(int type) {
        return octets(type).map(IpAddress::ofOctets);
    }

    /// Without the zero at its end.
    Optional<String> text(int type) {
        return octets(type).map(octets -> new String(octets, 0, octets.length - 1, StandardCharsets.UTF_8));
    }

    private Optional<ByteBuffer> get(int type) {
        return Optional.ofNullable(values.get(type)).map(value -> part(value, 0, value.remaining()));
    }
}
