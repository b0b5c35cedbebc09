package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One segment of an AS_PATH ([RFC 4271 4.3](https://www.rfc-editor.org/rfc/rfc4271#section-4.3)).
///
/// @param kind ordered or not
/// @param asNumbers 1 to 255 AS numbers, each 1 to 4294967295
public record AsPathSegment(Kind kind, List<Long> asNumbers) {
    /// Stands for a number that does not fit into two octets ([RFC 6793
    /// 9](https://www.rfc-editor.org/rfc/rfc6793)).
    public static final int AS_TRANS = 23456;

    private static final int MAX_COUNT = 0xFF;
    private static final int MAX_TWO_OCTET_AS = 0xFFFF;

    /// Segment types. All but the second are known in order to be refused by name: RFC 9774 for sets, and RFC
    /// 5065 5 for those of confederations from a peer outside of one.
    public enum Kind {
        AS_SET(1),
        AS_SEQUENCE(2),
        AS_CONFED_SEQUENCE(3),
        AS_CONFED_SET(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Optional<Kind> of(int code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
        }

        boolean ofConfederation() {
            return this == AS_CONFED_SEQUENCE || this == AS_CONFED_SET;
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

    /// How long a path it makes (RFC 4271 9.1.2.2, RFC 5065 5.3).
    int pathLength() {
        return switch (kind) {
            case AS_SEQUENCE -> asNumbers.size();
            case AS_SET -> 1;
            case AS_CONFED_SEQUENCE, AS_CONFED_SET -> 0;
        };
    }

    /// The first of them; all of a segment that counts as one.
    AsPathSegment first(int count) {
        return kind == Kind.AS_SEQUENCE ? new AsPathSegment(kind, asNumbers.subList(0, count)) : this;
    }

    /// Whether both together are one segment, as far as its length octet can say.
    boolean continuedBy(AsPathSegment next) {
        return kind == Kind.AS_SEQUENCE
                && next.kind == Kind.AS_SEQUENCE
                && asNumbers.size() + next.asNumbers.size() <= MAX_COUNT;
    }

    AsPathSegment with(AsPathSegment next) {
        return new AsPathSegment(
                kind, Stream.concat(asNumbers.stream(), next.asNumbers.stream()).toList());
    }

    static String words(List<AsPathSegment> segments) {
        return segments.stream().map(AsPathSegment::words).collect(Collectors.joining(" "));
    }

    private String words() {
        return switch (kind) {
            case AS_SEQUENCE -> joined(" ");
            case AS_SET -> "{" + joined(",") + "}";
            case AS_CONFED_SEQUENCE -> "(" + joined(" ") + ")";
            case AS_CONFED_SET -> "[" + joined(",") + "]";
        };
    }

    private String joined(String separator) {
        return asNumbers.stream().map(Object::toString).collect(Collectors.joining(separator));
    }
}
