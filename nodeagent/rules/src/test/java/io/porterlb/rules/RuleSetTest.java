package io.porterlb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.address.IpAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    private static final IpAddress ADDRESS = IpAddress.of("192.0.2.7");

    @Test
    void addressIsThereOnceWithAllItsPorts() {
        var http = new Vip(ADDRESS, Set.of(new Port(Protocol.TCP, 80)));
        var dns = new Vip(ADDRESS, Set.of(new Port(Protocol.UDP, 53)));
        var fault = assertThrows(IllegalArgumentException.class, () -> new RuleSet(Set.of(http, dns), true));
        assertEquals("192.0.2.7 is there twice: give it all its ports at once", fault.getMessage());
    }

    @Test
    void portsOutsideOf16BitsAreNone() {
        assertThrows(IllegalArgumentException.class, () -> new Port(Protocol.TCP, 0));
        assertThrows(IllegalArgumentException.class, () -> new Port(Protocol.TCP, 65_536));
    }
}
