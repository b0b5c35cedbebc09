package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One segment of an AS_PATH ([RFC 4271 4.3](https://www.rfc-editor.org/rfc/rfc4271#section-4.3)).
///
/// @param kind ordered or not
/// @param asNumbers 1 to 255 AS numbers, each 1 to 4294967295
public record AsPathSegment(Kind kind, List<Long> asNumbers) {
    /// Stands for a number that does not fit into two octets ([RFC 6793 9](https://www.rfc-editor.org/rfc/rfc6793)).
    public static final int AS_TRANS = 23456;

    private static final int MAX_TWO_OCTET_AS = 0xFFFF;
    private static final int HEADER = 2;

    /// Segment types; those of confederations are malformed from a peer outside of one (RFC 5065 5).
    public enum Kind {
        AS_SET(1),
        AS_SEQUENCE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    public AsPathSegment {
        asNumbers = List.copyOf(asNumbers);
    }

    public static AsPathSegment sequence(Long... asNumbers) {
        return new AsPathSegment(Kind.AS_SEQUENCE, List.of(asNumbers));
    }

    public static int toTwoOctets(long asNumber) {
        return asNumber > MAX_TWO_OCTET_AS ? AS_TRANS : (int) asNumber;
    }

    void write(ByteBuf out, boolean fourOctets) {
        out.writeByte(kind.code).writeByte(asNumbers.size());
        for (long asNumber : asNumbers) {
            if (fourOctets) {
                out.writeInt((int) asNumber);
            } else {
                out.writeShort(toTwoOctets(asNumber));
            }
        }
    }

    /// Reads segments to the end of the buffer; empty if one of them is malformed by
    /// [RFC 7606 7.2](https://www.rfc-editor.org/rfc/rfc7606#section-7.2) (unknown type, no AS in it, overrun) or
    /// holds AS 0 ([RFC 7607 2](https://www.rfc-editor.org/rfc/rfc7607#section-2)).
    static Optional<List<AsPathSegment>> readAll(ByteBuf in, boolean fourOctets) {
        List<AsPathSegment> segments = new ArrayList<>();
        while (in.isReadable()) {
            Optional<AsPathSegment> segment = read(in, fourOctets);
            if (segment.isEmpty()) {
                return Optional.empty();
            }
            segments.add(segment.get());
        }
        return Optional.of(segments);
    }

    private static Optional<AsPathSegment> read(ByteBuf in, boolean fourOctets) {
        if (in.readableBytes() < HEADER) {
            return Optional.empty();
        }
        Optional<Kind> kind = kind(in.readUnsignedByte());
        int count = in.readUnsignedByte();
        int size = fourOctets ? Integer.BYTES : Short.BYTES;
        if (kind.isEmpty() || count == 0 || count * size > in.readableBytes()) {
            return Optional.empty();
        }
        List<Long> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(fourOctets ? in.readUnsignedInt() : in.readUnsignedShort());
        }
        return numbers.contains(0L) ? Optional.empty() : Optional.of(new AsPathSegment(kind.get(), numbers));
    }

    private static Optional<Kind> kind(int code) {
        for (Kind kind : Kind.values()) {
            if (kind.code == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
