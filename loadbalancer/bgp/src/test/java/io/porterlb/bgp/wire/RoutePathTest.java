package io.porterlb.bgp.wire;

import static io.porterlb.bgp.wire.attribute.AsPathSegment.Kind.AS_SET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.attribute.Aggregator;
import io.porterlb.bgp.wire.attribute.As4Aggregator;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.RoutePath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// AS_PATH and AS4_PATH together, RFC 6793 4.2.3.
class RoutePathTest {
    private static final IpAddress ROUTER = IpAddress.of("192.0.2.1");

    private static String merged(AsPath narrow, As4Path wide) {
        return RoutePath.of(List.of(narrow, wide)).orElseThrow().words();
    }

    private static As4Path as4(Long... asNumbers) {
        return new As4Path(List.of(AsPathSegment.sequence(asNumbers)));
    }

    @Test
    void numbersOfTheSamePathAreReplaced() {
        assertEquals("65001 4200000001", merged(AsPath.of(65001L, 23456L), as4(65001L, 4200000001L)));
    }

    @Test
    void headThatNarrowSpeakersPutBeforeItStays() {
        AsPath narrow = AsPath.of(65003L, 65002L, 23456L, 65001L);
        AsPath merged = RoutePath.of(List.of(narrow, as4(4200000001L, 65001L))).orElseThrow();
        assertEquals(AsPath.of(65003L, 65002L, 4200000001L, 65001L), merged); // one segment
    }

    @Test
    void longerAs4PathIsIgnored() {
        assertEquals("65001", merged(AsPath.of(65001L), as4(65002L, 65001L)));
    }

    @Test
    void setCountsAsOne() {
        AsPath narrow = new AsPath(
                List.of(AsPathSegment.sequence(65003L, 23456L), new AsPathSegment(AS_SET, List.of(1L, 2L, 3L))));
        As4Path wide =
                new As4Path(List.of(AsPathSegment.sequence(4200000001L), new AsPathSegment(AS_SET, List.of(4L, 5L))));
        assertEquals("65003 4200000001 {4,5}", merged(narrow, wide));
        assertEquals(
                "65003 23456 {1,2,3} 4200000001",
                merged(
                        new AsPath(List.of(
                                AsPathSegment.sequence(65003L, 23456L),
                                new AsPathSegment(AS_SET, List.of(1L, 2L, 3L)),
                                AsPathSegment.sequence(23456L))),
                        as4(4200000001L)));
    }

    @Test
    void segmentsThatWouldBeTooLongTogetherStayTwo() {
        Long[] many = new Long[255];
        Arrays.fill(many, 7L);
        AsPath narrow = new AsPath(List.of(AsPathSegment.sequence(65001L), AsPathSegment.sequence(many)));
        AsPath merged = RoutePath.of(List.of(narrow, as4(many))).orElseThrow();
        assertEquals(2, merged.segments().size());
    }

    /// An aggregator that is not AS_TRANS beside an AS4_AGGREGATOR is a narrow one.
    @Test
    void pathOfARouteThatANarrowSpeakerAggregatedIsIgnored() {
        var all = List.of(
                AsPath.of(65001L, 23456L),
                new Aggregator(65001, ROUTER),
                as4(65001L, 4200000001L),
                new As4Aggregator(4200000001L, ROUTER));
        assertEquals("65001 23456", RoutePath.of(all).orElseThrow().words());
        var wide = List.of(
                AsPath.of(65001L, 23456L),
                new Aggregator(23456, ROUTER),
                as4(65001L, 4200000001L),
                new As4Aggregator(4200000001L, ROUTER));
        assertEquals("65001 4200000001", RoutePath.of(wide).orElseThrow().words());
    }

    @Test
    void withoutAsPathThereIsNone() {
        assertEquals(Optional.empty(), RoutePath.of(List.of(as4(65001L))));
    }
}
