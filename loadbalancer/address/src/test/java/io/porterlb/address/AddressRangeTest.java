package io.porterlb.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 1",
        "192.0.2.0, 192.0.2.255, 256",
        "0.0.0.0, 255.255.255.255, 4294967296",
        "2001:db8::, 2001:db8::1f:ffff:ffff:fffd, 9007199254740990",
        "2001:db8::, 2001:db8::1f:ffff:ffff:fffe, 9007199254740991",
        "2001:db8::, 2001:db8::1f:ffff:ffff:ffff, 9007199254740991",
        "2001:db8::, 2001:db8::ffff:ffff:ffff:ffff, 9007199254740991",
        "2001:db8::ffff:ffff:ffff:ffff, 2001:db8:0:1::, 2", // borrows from the upper half
        "::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 9007199254740991",
    })
    void sizeSaturatesAtTwoToThe53MinusOne(String first, String last, long size) {
        assertEquals(size, range(first, last).size());
    }

    @Test
    void containsBothEndsAndNoOtherFamily() {
        AddressRange range = range("192.0.2.10", "192.0.2.20");
        assertTrue(range.contains(IpAddress.of("192.0.2.10")) && range.contains(IpAddress.of("192.0.2.20")));
        assertFalse(range.contains(IpAddress.of("192.0.2.9")) || range.contains(IpAddress.of("192.0.2.21")));
        assertFalse(range("0.0.0.0", "255.255.255.255").contains(IpAddress.of("::")));
        assertFalse(range("::", "ffff::").contains(IpAddress.of("192.0.2.10")));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, 192.0.2.9, false",
        "192.0.2.0, 192.0.2.10, true",
        "192.0.2.12, 192.0.2.13, true",
        "192.0.2.0, 192.0.2.255, true",
        "192.0.2.20, 192.0.2.30, true",
        "192.0.2.21, 192.0.2.30, false",
        "::, ffff::, false",
    })
    void overlapsWhereAnAddressIsCommon(String first, String last, boolean overlaps) {
        AddressRange range = range("192.0.2.10", "192.0.2.20");
        assertEquals(overlaps, range.overlaps(range(first, last)));
        assertEquals(overlaps, range(first, last).overlaps(range));
    }

    @Test
    void iterationEndsAtTheLastAddressOfTheFamily() {
        List<String> walked = new ArrayList<>();
        range("255.255.255.254", "255.255.255.255").forEach(address -> walked.add(address.toString()));
        assertEquals(List.of("255.255.255.254", "255.255.255.255"), walked);
        Iterator<IpAddress> iterator = AddressRange.single(IpAddress.of("::1")).iterator();
        iterator.next();
        assertThrows(NoSuchElementException.class, iterator::next);
    }

    @Test
    void reversedOrMixedEndsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> range("192.0.2.2", "192.0.2.1"));
        assertThrows(IllegalArgumentException.class, () -> range("192.0.2.2", "2001:db8::"));
    }

    private static AddressRange range(String first, String last) {
        return new AddressRange(IpAddress.of(first), IpAddress.of(last));
    }
}
