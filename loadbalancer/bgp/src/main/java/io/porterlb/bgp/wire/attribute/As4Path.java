package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;

/// AS4_PATH ([RFC 6793 3](https://www.rfc-editor.org/rfc/rfc6793#section-3)): the path in four-octet numbers,
/// for a peer whose AS_PATH has two-octet ones.
public record As4Path(List<AsPathSegment> segments) implements PathAttribute {
    private static final int MIN_LENGTH = 6;

    public As4Path {
        segments = List.copyOf(segments);
    }

    /// Confederation segments must not be in it and are left out (RFC 6793 6).
    static AttributeValue read(ByteBuf in, CodecContext context) {
        if (in.readableBytes() < MIN_LENGTH) {
            return AttributeValue.badLength(in.readableBytes());
        }
        return switch (AsPathReader.read(in, true)) {
            case AsPathReader.Result.Bad(var what) -> AttributeValue.malformed(what);
            case AsPathReader.Result.Segments(var segments) -> ofSegments(segments);
        };
    }

    private static AttributeValue ofSegments(List<AsPathSegment> segments) {
        As4Path path = new As4Path(segments.stream()
                .filter(segment -> !segment.kind().ofConfederation())
                .toList());
        if (path.segments.isEmpty()) {
            return new AttributeValue.Ignored("has segments of a confederation only");
        }
        boolean hasSet = path.segments.stream().anyMatch(segment -> segment.kind() == AsPathSegment.Kind.AS_SET);
        return hasSet
                ? new AttributeValue.Unusable(path, "has a segment of type AS_SET") // RFC 9774 3
                : AttributeValue.good(path);
    }

    @Override
    public int code() {
        return AttributeType.AS4_PATH.code();
    }

    /// As that of [AsPath].
    @Override
    public String words() {
        return AsPathSegment.words(segments);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        segments.forEach(segment -> segment.write(out, true));
    }
}
