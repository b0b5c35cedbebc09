package io.porterlb.ownership.wire;

import io.porterlb.ownership.Member;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A part as the octets of a datagram, in network order: `PLBO`, version, length of the sender's name and the name,
/// message id (8), index, count, payload, and a signature of all that.
final class PartCodec {
    /// Fits into what an Ethernet takes, with IPv6 and UDP around, and room for a tunnel.
    static final int MAX_DATAGRAM = 1400;

    private static final int MAGIC = 0x504C424F;
    private static final byte VERSION = 1;
    private static final int OCTET = 0xFF;
    private static final int AFTER_NAME = Long.BYTES + 2;
    private static final int BEFORE_NAME = Integer.BYTES + 2;
    private static final int LEAST = BEFORE_NAME + 1 + AFTER_NAME + Keys.SIGNATURE;

    private PartCodec() {}

    /// How much of a message fits into a datagram of this sender.
    static int room(byte[] sender) {
        return MAX_DATAGRAM - BEFORE_NAME - sender.length - AFTER_NAME - Keys.SIGNATURE;
    }

    static byte[] write(Part part, Keys keys) {
        byte[] name = part.sender().getBytes(StandardCharsets.UTF_8);
        int signed = BEFORE_NAME + name.length + AFTER_NAME + part.payload().remaining();
        ByteBuffer out = ByteBuffer.allocate(signed + Keys.SIGNATURE);
        out.putInt(MAGIC).put(VERSION).put((byte) name.length).put(name);
        out.putLong(part.id())
                .put((byte) part.index())
                .put((byte) part.count())
                .put(part.payload().duplicate());
        out.put(keys.sign(out.array(), signed));
        return out.array();
    }

    static Decoded<Part> read(byte[] datagram, Keys keys) {
        if (datagram.length < LEAST || datagram.length > MAX_DATAGRAM) {
            return new Decoded.Discarded<>(DiscardReason.NO_DATAGRAM);
        }
        ByteBuffer in = ByteBuffer.wrap(datagram);
        if (in.getInt() != MAGIC) {
            return new Decoded.Discarded<>(DiscardReason.NO_DATAGRAM);
        }
        if (in.get() != VERSION) {
            return new Decoded.Discarded<>(DiscardReason.OTHER_VERSION);
        }
        int signed = datagram.length - Keys.SIGNATURE;
        byte[] signature = Arrays.copyOfRange(datagram, signed, datagram.length);
        if (!keys.accept(datagram, signed, signature)) {
            return new Decoded.Discarded<>(DiscardReason.NOT_AUTHENTIC);
        }
        try {
            return authentic(in.limit(signed));
        } catch (IllegalArgumentException e) {
            return new Decoded.Discarded<>(DiscardReason.MALFORMED);
        }
    }

    private static Decoded<Part> authentic(ByteBuffer in) {
        int length = in.get() & OCTET;
        if (length < 1 || length > Member.MAX_NAME || in.remaining() < length + AFTER_NAME) {
            return new Decoded.Discarded<>(DiscardReason.MALFORMED);
        }
        byte[] name = new byte[length];
        in.get(name);
        long id = in.getLong();
        int index = in.get() & OCTET;
        int count = in.get() & OCTET;
        if (index >= count) {
            return new Decoded.Discarded<>(DiscardReason.BAD_PART);
        }
        return new Decoded.Valid<>(new Part(Utf8.text(name), id, index, count, in.slice()));
    }
}
