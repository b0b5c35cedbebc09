package io.porterlb.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunitiesTest {
    @ParameterizedTest
    @CsvSource({
        "65000:1, fde80001",
        "0:0, 0",
        "65535:65535, ffffffff",
        "no-export, ffffff01",
        "no-advertise, ffffff02",
        "graceful-shutdown, ffff0000"
    })
    void communityIsRead(String text, String number) {
        assertEquals(
                number, Integer.toHexString(Community.parse(text).orElseThrow().number()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1", "1:", ":1", "1:2:3", "65536:1", "1:-1", "1:+1", "1: 2", "no_export", "٣:1"})
    void whatIsNoCommunityIsNot(String text) {
        assertEquals(Optional.empty(), Community.parse(text));
    }

    @Test
    void largeCommunityIsRead() {
        assertEquals(Optional.of(new LargeCommunity(4294967295L, 0, 7)), LargeCommunity.parse("4294967295:0:7"));
        for (String wrong : List.of("", "1:2", "1:2:3:4", "4294967296:0:0", "1:2:99999999999", "a:b:c")) {
            assertEquals(Optional.empty(), LargeCommunity.parse(wrong), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rt:65000:1, 0002fde800000001",
        "rt:65000:4294967295, 0002fde8ffffffff",
        "rt:192.0.2.1:5, 0102c00002010005",
        "rt:4200000000:1, 0202fa56ea000001",
        "soo:65000:1, 0003fde800000001",
        "bandwidth:65000:125000000, 4004fde84cee6b28",
        "0x4004fde84cee6b28, 4004fde84cee6b28",
        "0xFFFFFFFFFFFFFFFF, ffffffffffffffff"
    })
    void extendedCommunityIsRead(String text, String octets) {
        ExtendedCommunity read = ExtendedCommunity.parse(text).orElseThrow();
        assertEquals(octets, String.format("%016x", read.value()));
        assertEquals(Optional.of(read), ExtendedCommunity.parse(read.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rt",
                "rt:",
                "rt:1",
                "rt:1:2:3",
                "rt:65536:65536",
                "rt:192.0.2.1:65536",
                "rt:2001:db8::1",
                "rt:1:4294967296",
                "color:1:2",
                "bandwidth:65536:1",
                "bandwidth:1:-1",
                "bandwidth:1:1.5",
                "bandwidth:1:1000000000000000000000000000000000000000",
                "0x12",
                "4004fde84cee6b28",
                "0x4004fde84cee6b2g"
            })
    void whatIsNoExtendedCommunityIsNot(String text) {
        assertEquals(Optional.empty(), ExtendedCommunity.parse(text));
    }

    @Test
    void everyExtendedCommunityIsReadAsItIsWritten() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long[] types = {0x0002, 0x0003, 0x0102, 0x0103, 0x0202, 0x0203, 0x4004, 0x0004};
        for (int i = 0; i < 10_000; i++) {
            long type = i % 2 == 0 ? types[random.nextInt(types.length)] : random.nextInt(0x10000);
            long rest = random.nextLong() >>> (16 + random.nextInt(48));
            ExtendedCommunity any = new ExtendedCommunity(type << 48 | rest);
            assertEquals(Optional.of(any), ExtendedCommunity.parse(any.toString()), "seed " + seed);
        }
    }

    @Test
    void linkBandwidthOfALargeAsGoesAsAsTrans() {
        assertEquals(
                "bandwidth:23456:1000",
                ExtendedCommunity.linkBandwidth(4200000000L, 1000).toString());
    }

    @Test
    void linkBandwidthThatIsNoNumberToSendIsRefused() {
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e39}) {
            assertThrows(
                    IllegalArgumentException.class, () -> RouteAttributes.DEFAULT.withLinkBandwidth(wrong), "" + wrong);
        }
    }
}
