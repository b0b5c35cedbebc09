package io.porterlb.test.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterfaceCountersTest {
    @Test
    void figuresMayTouchTheColon() {
        var counters = InterfaceCounters.parse("""
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                    lo:       0       0    0    0    0     0          0         0        0       0    0    0    0     0       0          0
                spine1:12345678     100    1    2    0     0          0         3     4567      89    0    0    0     0       0          0
                """);
        assertEquals(List.of("lo", "spine1"), List.copyOf(counters.keySet()));
        assertEquals(new InterfaceCounters(12345678, 100, 4567, 89), counters.get("spine1"));
    }
}
