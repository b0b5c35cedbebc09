package io.porterlb.address;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"00:00:00:00:00:00", "02:00:5e:00:53:fe", "fe:80:00:00:00:01", "ff:ff:ff:ff:ff:ff"})
    void textAndOctetsThereAndBack(String text) {
        MacAddress address = MacAddress.of(text);
        assertEquals(text, address.toString());
        assertEquals(address, MacAddress.ofOctets(address.toOctets()));
    }

    @Test
    void firstOctetIsSentFirst() {
        assertArrayEquals(
                new byte[] {2, 0, 0x5e, 0, 0x53, 1},
                MacAddress.of("02:00:5e:00:53:01").toOctets());
    }

    @Test
    void groupsAndZeroBelongToNoInterface() {
        assertTrue(MacAddress.of("02:00:5e:00:53:01").isUnicast());
        assertFalse(MacAddress.of("33:33:ff:00:00:01").isUnicast());
        assertFalse(MacAddress.BROADCAST.isUnicast());
        assertFalse(MacAddress.ZERO.isUnicast());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02:00:5e:00:53", "02:00:5e:00:53:01:02", "02-00-5e-00-53-01"})
    void otherTextIsNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> MacAddress.of(text));
    }

    @Test
    void moreThan48BitsAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
    }
}
