package io.porterlb.address;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "192.0.2.7, 192.0.2.7",
        "255.255.255.255, 255.255.255.255",
        "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1", // the first of two equal runs (RFC 5952 4.2.3)
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", // one zero group is not shortened (RFC 5952 4.2.2)
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1", // the longest run (RFC 5952 4.2.3)
        "2001:DB8::AbCd, 2001:db8::abcd",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "ff02::1:ff00:0, ff02::1:ff00:0",
    })
    void textBecomesCanonical(String text, String canonical) {
        assertEquals(canonical, IpAddress.of(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "10.1",
                "010.0.0.1",
                "1.2.3.4.5",
                "256.0.0.1",
                "1.2.3.4 ",
                "example.com",
                "localhost",
                "fe80::1%eth0",
                "::ffff:192.0.2.1",
                ":::",
                "1::2::3",
                "[::1]",
                "12345::",
                "1:2:3:4:5:6:7:8:9",
                "192.0.2.1/32"
            })
    void otherTextIsNoAddress(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
        assertThrows(IllegalArgumentException.class, () -> IpAddress.of(text));
    }

    @Test
    void randomAddressesSurviveTextAndOctets() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] octets = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(octets);
            for (int j = 0; j < octets.length; j += 2) { // many zero groups, or no address would be shortened
                if (random.nextBoolean()) {
                    octets[j] = 0;
                    octets[j + 1] = 0;
                }
            }
            if (octets.length == 16) {
                octets[0] = 0x20; // not IPv4-mapped
            }
            IpAddress address = IpAddress.ofOctets(octets);
            String message = address + ", seed " + seed;
            assertArrayEquals(octets, address.toOctets(), message);
            assertEquals(address, IpAddress.of(address.toString()), message);
            assertEquals(InetAddress.getByAddress(octets), address.toInetAddress(), message);
        }
    }

    @Test
    void orderIsUnsignedAndIpv4ComesFirst() {
        List<IpAddress> ordered = Stream.of(
                        "0.0.0.0",
                        "127.255.255.255",
                        "128.0.0.0",
                        "255.255.255.255",
                        "::",
                        "::8000:0:0:0",
                        "7fff:ffff:ffff:ffff::",
                        "8000::",
                        "ffff::")
                .map(IpAddress::of)
                .toList();
        assertEquals(ordered, ordered.reversed().stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.255, 192.0.3.0",
        "255.255.255.255, 0.0.0.0",
        "2001:db8::ffff:ffff:ffff:ffff, 2001:db8:0:1::",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::",
    })
    void nextCarriesAndWraps(String address, String next) {
        assertEquals(IpAddress.of(next), IpAddress.of(address).next());
    }

    @Test
    void octetsOfOtherLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.ofOctets(new byte[5]));
        assertThrows(IllegalArgumentException.class, () -> new IpAddress(IpFamily.V4, 0, 1L << 32));
        assertThrows(IllegalArgumentException.class, () -> new IpAddress(IpFamily.V4, 1, 0));
    }

    @Test
    void theModuleIsNamed() {
        assertTrue(IpAddress.class.getModule().isNamed());
    }
}
