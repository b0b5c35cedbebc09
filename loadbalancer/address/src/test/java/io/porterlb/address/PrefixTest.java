package io.porterlb.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 0, 0.0.0.0/0",
        "192.0.2.77, 25, 192.0.2.0/25",
        "192.0.2.177, 25, 192.0.2.128/25",
        "192.0.2.77, 32, 192.0.2.77/32",
        "2001:db8::1, 0, ::/0",
        "2001:db8:0:1::1, 64, 2001:db8:0:1::/64",
        "2001:db8:0:1:ffff::1, 65, 2001:db8:0:1:8000::/65",
        "2001:db8::1, 128, 2001:db8::1/128",
    })
    void containingClearsTheBitsAfterTheLength(String address, int length, String prefix) {
        assertEquals(prefix, Prefix.containing(IpAddress.of(address), length).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, 24, 192.0.2.255, true",
        "192.0.2.0, 24, 192.0.3.0, false",
        "0.0.0.0, 0, 255.255.255.255, true",
        "0.0.0.0, 0, ::, false",
        "2001:db8::, 64, 2001:db8::ffff:0:0:1, true",
        "2001:db8::, 64, 2001:db8:0:1::, false",
    })
    void containsComparesTheLeadingBits(String prefix, int length, String address, boolean contained) {
        assertEquals(contained, new Prefix(IpAddress.of(prefix), length).contains(IpAddress.of(address)));
    }

    @Test
    void hostHoldsOneAddress() {
        assertEquals("192.0.2.7/32", Prefix.host(IpAddress.of("192.0.2.7")).toString());
        assertEquals("2001:db8::7/128", Prefix.host(IpAddress.of("2001:db8::7")).toString());
    }

    @Test
    void hostBitsAndLengthsOutOfRangeAreRefused() {
        IpAddress address = IpAddress.of("192.0.2.7");
        assertThrows(IllegalArgumentException.class, () -> new Prefix(address, 24));
        assertThrows(IllegalArgumentException.class, () -> new Prefix(address, 33));
        assertThrows(IllegalArgumentException.class, () -> new Prefix(address, -1));
    }

    @Test
    void shorterComesFirstAtTheSameAddress() {
        List<Prefix> ordered = Stream.of("10.0.0.0/8", "10.0.0.0/9", "10.1.0.0/16", "2001:db8::/32")
                .map(PrefixTest::prefix)
                .toList();
        assertEquals(ordered, ordered.reversed().stream().sorted().toList());
    }

    private static Prefix prefix(String text) {
        int slash = text.indexOf('/');
        return new Prefix(IpAddress.of(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255",
        "192.0.2.7/32, 192.0.2.7",
        "0.0.0.0/0, 255.255.255.255",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff",
        "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "2001:db8::7/128, 2001:db8::7",
    })
    void theLastAddressHasAllFurtherBitsSet(String prefix, String last) {
        String[] parts = prefix.split("/", -1);
        assertEquals(
                last,
                new Prefix(IpAddress.of(parts[0]), Integer.parseInt(parts[1]))
                        .last()
                        .toString());
    }
}
