package io.porterlb.bgp.wire.attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The path of a route as all of its attributes tell it: AS_PATH, with the numbers of AS4_PATH where that
/// holds more than two octets of them ([RFC 6793
/// 4.2.3](https://www.rfc-editor.org/rfc/rfc6793#section-4.2.3)).
public final class RoutePath {
    private RoutePath() {}

    /// Empty without AS_PATH.
    public static Optional<AsPath> of(List<? extends PathAttribute> attributes) {
        Optional<AsPath> path = find(AsPath.class, attributes);
        Optional<As4Path> wide =
                aggregatedByNarrowSpeaker(attributes) ? Optional.empty() : find(As4Path.class, attributes);
        return path.map(narrow -> wide.map(as4 -> merged(narrow, as4)).orElse(narrow));
    }

    /// Then somebody who knows nothing of AS4_PATH has made the route, and it is to be ignored.
    private static boolean aggregatedByNarrowSpeaker(List<? extends PathAttribute> attributes) {
        return find(As4Aggregator.class, attributes).isPresent()
                && find(Aggregator.class, attributes)
                        .filter(narrow -> narrow.asNumber() != AsPathSegment.AS_TRANS)
                        .isPresent();
    }

    private static <T extends PathAttribute> Optional<T> find(Class<T> type, List<? extends PathAttribute> attributes) {
        return attributes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// AS4_PATH after as much of the head of AS_PATH as it lacks; AS_PATH alone if that is the shorter one.
    private static AsPath merged(AsPath narrow, As4Path wide) {
        int missing = length(narrow.segments()) - length(wide.segments());
        if (missing < 0) {
            return narrow;
        }
        List<AsPathSegment> segments = new ArrayList<>(head(narrow.segments(), missing));
        wide.segments().forEach(segment -> append(segments, segment));
        return new AsPath(segments);
    }

    private static int length(List<AsPathSegment> segments) {
        return segments.stream().mapToInt(AsPathSegment::pathLength).sum();
    }

    private static List<AsPathSegment> head(List<AsPathSegment> segments, int length) {
        List<AsPathSegment> head = new ArrayList<>();
        int left = length;
        for (AsPathSegment segment : segments) {
            int taken = Math.min(left, segment.pathLength());
            if (taken > 0) {
                head.add(segment.first(taken));
            }
            left -= taken;
        }
        return head;
    }

    /// Two sequences in a row are one.
    private static void append(List<AsPathSegment> segments, AsPathSegment next) {
        if (!segments.isEmpty() && segments.getLast().continuedBy(next)) {
            segments.add(segments.removeLast().with(next));
        } else {
            segments.add(next);
        }
    }
}
