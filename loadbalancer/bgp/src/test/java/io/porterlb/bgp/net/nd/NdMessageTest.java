package io.porterlb.bgp.net.nd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.wire.value.Octets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// RFC 4861 6.1.1 and 6.1.2.
class NdMessageTest {
    private static final IpAddress ROUTER = IpAddress.of("fe80::1");
    private static final String HEADER = "86001234400007080000000000000000";
    private static final String SOURCE_LINK_LAYER = "0101020304050607";

    private static NdMessage read(String hex) {
        return NdMessage.read(packet(ROUTER, 255, hex));
    }

    private static NdPacket packet(IpAddress source, int hopLimit, String hex) {
        return new NdPacket(source, hopLimit, Octets.of(HexFormat.of().parseHex(hex)));
    }

    @Test
    void advertisementIsReadWithAndWithoutOptions() {
        assertEquals(new RouterAdvertisement(1800), read(HEADER));
        assertEquals(new RouterAdvertisement(1800), read(HEADER + SOURCE_LINK_LAYER));
    }

    @Test
    void solicitationIsReadEvenFromNoAddress() {
        assertEquals(new RouterSolicitation(), read("8500123400000000" + SOURCE_LINK_LAYER));
        assertEquals(new RouterSolicitation(), NdMessage.read(packet(IpAddress.of("::"), 255, "8500123400000000")));
    }

    @Test
    void whatComesOverARouterIsDiscarded() {
        assertEquals(new NdMessage.Discarded("hop limit 254, not 255"), NdMessage.read(packet(ROUTER, 254, HEADER)));
    }

    @Test
    void advertisementFromAGlobalAddressIsDiscarded() {
        assertInstanceOf(NdMessage.Discarded.class, NdMessage.read(packet(IpAddress.of("2001:db8::1"), 255, HEADER)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', only 0 octets",
        "86001234400007, only 7 octets",
        "860012344000070800000000000000, only 15 octets",
        "86011234400007080000000000000000, 'code 1, not 0'",
        "87001234400007080000000000000000, type 135",
        "860012344000070800000000000000000100010203040506, a broken option",
        "8600123440000708000000000000000001, a broken option",
        "860012344000070800000000000000000102010203040506, a broken option",
        "85001234000000000100010203040506, a broken option",
    })
    void brokenPacketsAreDiscarded(String hex, String why) {
        assertEquals(new NdMessage.Discarded(why), read(hex));
    }

    @Test
    void ourAdvertisementOffersNoWayToAnywhere() {
        byte[] octets = RouterAdvertisement.OURS.toOctets();
        assertEquals(
                "8600" + "0000" + "00000000" + "0000000000000000",
                HexFormat.of().formatHex(octets));
        assertEquals(new RouterAdvertisement(0), NdMessage.read(new NdPacket(ROUTER, 255, Octets.of(octets))));
        assertEquals(0xABCD, lifetime(new RouterAdvertisement(0xABCD).toOctets()));
    }

    private static int lifetime(byte[] octets) {
        return ((RouterAdvertisement) NdMessage.read(new NdPacket(ROUTER, 255, Octets.of(octets)))).routerLifetime();
    }

    @Test
    void anyOctetsAreReadToTheEnd() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(64)];
            random.nextBytes(octets);
            if (octets.length > 1) {
                octets[0] = (byte) (133 + random.nextInt(2));
                octets[1] = 0;
            }
            assertInstanceOf(
                    NdMessage.class, NdMessage.read(new NdPacket(ROUTER, 255, Octets.of(octets))), "seed " + seed);
        }
    }
}
