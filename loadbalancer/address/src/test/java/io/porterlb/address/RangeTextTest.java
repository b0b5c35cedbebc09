package io.porterlb.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTextTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 192.0.2.7",
        "' 192.0.2.7 ', 192.0.2.7, 192.0.2.7",
        "2001:DB8::7, 2001:db8::7, 2001:db8::7",
        "192.0.2.0/24, 192.0.2.0, 192.0.2.255",
        "192.0.2.128/25, 192.0.2.128, 192.0.2.255",
        "192.0.2.6/31, 192.0.2.6, 192.0.2.7",
        "192.0.2.7/32, 192.0.2.7, 192.0.2.7",
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
        "2001:db8::/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
        "2001:db8::7/128, 2001:db8::7, 2001:db8::7",
        "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "192.0.2.0/255.255.255.0, 192.0.2.0, 192.0.2.255",
        "192.0.2.128 / 255.255.255.128, 192.0.2.128, 192.0.2.255",
        "192.0.2.7/255.255.255.255, 192.0.2.7, 192.0.2.7",
        "0.0.0.0/0.0.0.0, 0.0.0.0, 255.255.255.255",
        "192.0.2.10-192.0.2.20, 192.0.2.10, 192.0.2.20",
        "192.0.2.10 - 192.0.2.20, 192.0.2.10, 192.0.2.20",
        "2001:db8::1-2001:db8::ff, 2001:db8::1, 2001:db8::ff",
        "192.0.2.7-192.0.2.7, 192.0.2.7, 192.0.2.7",
    })
    void everyFormIsRead(String text, String first, String last) {
        AddressRange range = new AddressRange(IpAddress.of(first), IpAddress.of(last));
        assertEquals(new RangeText.Parsed(range, Optional.empty()), RangeText.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77/24, 192.0.2.0, 192.0.2.255, 192.0.2.0/24",
        "192.0.2.77/255.255.255.0, 192.0.2.0, 192.0.2.255, 192.0.2.0/24",
        "2001:db8::7/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff, 2001:db8::/64",
    })
    void hostBitsMeanTheWholeNetworkWithAWarning(String text, String first, String last, String better) {
        RangeText.Parsed parsed = assertInstanceOf(RangeText.Parsed.class, RangeText.parse(text));
        assertEquals(new AddressRange(IpAddress.of(first), IpAddress.of(last)), parsed.range());
        String warning = parsed.warning().orElseThrow();
        assertTrue(warning.contains(address(text)) && warning.contains(better), warning);
    }

    private static String address(String cidr) {
        return "'" + cidr.substring(0, cidr.indexOf('/') + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|is empty",
                "web|'web' is not an IP address",
                "192.0.2.300|'192.0.2.300' is not an IP address",
                "192.0.2.0/33|write '192.0.2.0/' and a number from 0 to 32",
                "192.0.2.0/|write '192.0.2.0/' and a number from 0 to 32",
                "192.0.2.0/-1|'192.0.2.0/' in '192.0.2.0/-1' is not an IP address",
                "2001:db8::/129|a number from 0 to 128",
                "2001:db8::/064|a number from 0 to 128",
                "192.0.2.0/255.0.255.0|'192.0.2.0/255.0.255.0' has a netmask with ones after zeros",
                "192.0.2.0/0.0.0.255|ones after zeros: write a prefix length, such as '192.0.2.0/24'",
                "192.0.2.0/255.255.255|'255.255.255' is not a prefix length",
                "192.0.2.0/ffff::|'ffff::' is not a prefix length",
                "2001:db8::/255.255.255.0|'255.255.255.0' is not a prefix length",
                "web/24|'web' in 'web/24' is not an IP address",
                "192.0.2.20-192.0.2.10|write '192.0.2.10-192.0.2.20'",
                "192.0.2.1-2001:db8::1|mixes IPv4 and IPv6",
                "192.0.2.10-20|'20' in '192.0.2.10-20' is not an IP address",
                "192.0.2.10-|'' in '192.0.2.10-' is not an IP address",
                "192.0.2.1,192.0.2.2|is not an IP address",
                "::ffff:192.0.2.1|is not an IP address",
                "::fffe:0:0/95|IPv4-mapped",
            })
    void refusalsSayWhatToWrite(String text, String part) {
        RangeText.Refused refused = assertInstanceOf(RangeText.Refused.class, RangeText.parse(text));
        assertTrue(refused.message().contains(part), refused.message());
        assertTrue(refused.message().contains("rite "), refused.message());
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 100_000})
    void longTextIsRefusedUnread(int length) {
        RangeText.Refused refused = assertInstanceOf(RangeText.Refused.class, RangeText.parse("1".repeat(length)));
        assertTrue(refused.message().length() < 300, refused.message());
    }

    @Test
    void everyPrefixLengthGivesTheNetworkOfThePrefix() {
        for (IpFamily family : IpFamily.values()) {
            IpAddress address = IpAddress.of(family == IpFamily.V4 ? "203.0.113.77" : "2001:db8:1:2:3:4:5:6");
            for (int length = 0; length <= family.bits(); length++) {
                Prefix prefix = Prefix.containing(address, length);
                RangeText.Parsed parsed = assertInstanceOf(RangeText.Parsed.class, RangeText.parse(prefix.toString()));
                assertEquals(prefix.address(), parsed.range().first());
                assertTrue(prefix.contains(parsed.range().last()), prefix.toString());
                IpAddress after = parsed.range().last().next();
                assertTrue(length == 0 || !prefix.contains(after), prefix + " and " + after);
            }
        }
    }
}
