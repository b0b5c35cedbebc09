package io.porterlb.bgp.wire.attribute;

import io.netty.buffer.ByteBuf;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;
import java.util.Optional;

/// AS_PATH ([RFC 4271 5.1.2](https://www.rfc-editor.org/rfc/rfc4271#section-5.1.2)). Its AS numbers have two
/// octets or four, as the session agreed; a number that does not fit is written as AS_TRANS ([RFC 6793
/// 4.2.2](https://www.rfc-editor.org/rfc/rfc6793#section-4.2.2)).
public record AsPath(List<AsPathSegment> segments) implements PathAttribute {
    public static final AsPath EMPTY = new AsPath(List.of());

    public AsPath {
        segments = List.copyOf(segments);
    }

    /// One AS_SEQUENCE.
    public static AsPath of(Long... asNumbers) {
        return new AsPath(List.of(AsPathSegment.sequence(asNumbers)));
    }

    static AttributeValue read(ByteBuf in, CodecContext context) {
        return switch (AsPathReader.read(in, context.fourOctetAs())) {
            case AsPathReader.Result.Bad(var what) -> AttributeValue.malformed(what);
            case AsPathReader.Result.Segments(var segments) -> ofSegments(segments);
        };
    }

    private static AttributeValue ofSegments(List<AsPathSegment> segments) {
        Optional<AsPathSegment> deprecated = segments.stream()
                .filter(segment -> segment.kind() != AsPathSegment.Kind.AS_SEQUENCE)
                .findFirst();
        return deprecated.isPresent()
                ? AttributeValue.malformed(
                        "has a segment of type " + deprecated.get().kind())
                : AttributeValue.good(new AsPath(segments));
    }

    @Override
    public int code() {
        return AttributeType.AS_PATH.code();
    }

    /// AS numbers with blanks between them, an AS_SET in braces.
    @Override
    public String words() {
        return AsPathSegment.words(segments);
    }

    @Override
    public void writeValue(ByteBuf out, CodecContext context) {
        segments.forEach(segment -> segment.write(out, context.fourOctetAs()));
    }
}
