package io.porterlb.bfd.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bfd.BfdSessionConfig;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TtlFilterTest {
    private static final int KERNEL_LIMIT = 4096;

    private static boolean passes(TtlFilter filter, String source, int ttl) {
        return BpfInterpreter.passes(filter.program(), header(IpAddress.of(source), ttl));
    }

    private static byte[] header(IpAddress source, int ttl) {
        boolean v4 = source.family() == IpFamily.V4;
        byte[] header = new byte[v4 ? 20 : 40];
        header[v4 ? 8 : 7] = (byte) ttl;
        System.arraycopy(source.toOctets(), 0, header, v4 ? 12 : 8, source.toOctets().length);
        return header;
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1", "2001:db8::1"})
    void onTheLinkOnly255Passes(String source) {
        IpAddress peer = IpAddress.of(source);
        var sessions = List.of(BfdSessionConfig.singleHop("a", peer), BfdSessionConfig.multihop("b", peer, 200));
        TtlFilter filter = TtlFilters.of(peer.family(), false, sessions);
        for (int ttl = 0; ttl <= 0xFF; ttl++) {
            assertEquals(ttl == 0xFF, passes(filter, source, ttl), "time to live " + ttl);
        }
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.2, 203.0.113.9", "2001:db8::1, 2001:db8::2, 2001:db8:1::1"})
    void overRoutersEachPeerHasItsMinimumAndStrangersTheLowest(String near, String far, String stranger) {
        var sessions = List.of(
                BfdSessionConfig.multihop("near", IpAddress.of(near), 254),
                BfdSessionConfig.multihop("far", IpAddress.of(far), 240));
        TtlFilter filter = TtlFilters.of(IpAddress.of(near).family(), true, sessions);
        assertEquals(240, filter.least());
        assertEquals(Map.of(IpAddress.of(near), 254), filter.bySource());
        for (int ttl = 0; ttl <= 0xFF; ttl++) {
            assertEquals(ttl >= 254, passes(filter, near, ttl), "near, time to live " + ttl);
            assertEquals(ttl >= 240, passes(filter, far, ttl), "far, time to live " + ttl);
            assertEquals(ttl >= 240, passes(filter, stranger, ttl), "stranger, time to live " + ttl);
        }
    }

    @Test
    void asManyPeersAsAreAllowedFitIntoAProgram() {
        List<BfdSessionConfig> many = peers(TtlFilter.MAX_SOURCES);
        TtlFilter filter = TtlFilters.of(IpFamily.V6, true, many);
        assertTrue(filter.program().size() <= KERNEL_LIMIT);
        assertTrue(passes(filter, "2001:db8::20", 200));
        assertEquals(TtlFilter.MAX_SOURCES, filter.bySource().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> TtlFilters.of(IpFamily.V6, true, peers(TtlFilter.MAX_SOURCES + 1)));
    }

    static List<BfdSessionConfig> peers(int withHigherMinimum) {
        Stream<BfdSessionConfig> higher = IntStream.rangeClosed(1, withHigherMinimum)
                .mapToObj(i -> BfdSessionConfig.multihop(
                        "peer" + i, IpAddress.of("2001:db8::" + Integer.toHexString(i)), 200));
        BfdSessionConfig lowest = BfdSessionConfig.multihop("lowest", IpAddress.of("2001:db8:1::"), 100);
        return Stream.concat(higher, Stream.of(lowest)).toList();
    }
}
