package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the segments of a path, by [RFC 7606 7.2](https://www.rfc-editor.org/rfc/rfc7606#section-7.2).
final class AsPathReader {
    private static final int HEADER = 2;

    private AsPathReader() {}

    sealed interface Result {
        record Segments(List<AsPathSegment> all) implements Result {}

        /// What is wrong, as the rest of a sentence.
        record Bad(String what) implements Result {}
    }

    /// Reads to the end of the buffer.
    static Result read(ByteBuf in, boolean fourOctets) {
        List<AsPathSegment> segments = new ArrayList<>();
        while (in.isReadable()) {
            if (in.readableBytes() < HEADER) {
                return new Result.Bad("ends within a segment");
            }
            int type = in.readUnsignedByte();
            Optional<AsPathSegment.Kind> kind = AsPathSegment.Kind.of(type);
            int count = in.readUnsignedByte();
            Optional<String> fault = fault(kind.isPresent(), type, count, in.readableBytes(), fourOctets);
            if (fault.isPresent()) {
                return new Result.Bad(fault.get());
            }
            List<Long> numbers = numbers(in, count, fourOctets);
            if (numbers.contains(0L)) {
                return new Result.Bad("has AS 0 in it"); // RFC 7607 2
            }
            segments.add(new AsPathSegment(kind.orElseThrow(), numbers));
        }
        return new Result.Segments(segments);
    }

    private static Optional<String> fault(boolean known, int type, int count, int left, boolean fourOctets) {
        if (!known) {
            return Optional.of("has a segment of type " + type);
        }
        if (count == 0) {
            return Optional.of("has an empty segment");
        }
        return count * octets(fourOctets) > left ? Optional.of("ends within a segment") : Optional.empty();
    }

    private static List<Long> numbers(ByteBuf in, int count, boolean fourOctets) {
        List<Long> numbers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            numbers.add(fourOctets ? in.readUnsignedInt() : in.readUnsignedShort());
        }
        return numbers;
    }

    private static int octets(boolean fourOctets) {
        return fourOctets ? Integer.BYTES : Short.BYTES;
    }
}
