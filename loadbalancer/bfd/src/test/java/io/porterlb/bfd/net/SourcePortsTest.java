package io.porterlb.bfd.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourcePortsTest {
    private final SourcePorts ports = new SourcePorts(new Random(1));

    /// RFC 5881 4: 49152 to 65535, and one for each session.
    @Test
    void everyPortOfTheRangeIsGivenOnce() {
        Set<Integer> given = new HashSet<>();
        for (int i = SourcePorts.FIRST; i <= SourcePorts.LAST; i++) {
            int port = ports.take();
            assertTrue(port >= 49152 && port <= 65535, "port " + port);
            assertTrue(given.add(port), "twice: " + port);
        }
        assertThrows(IllegalStateException.class, ports::take);
        ports.release(50_000);
        assertEquals(50_000, ports.take());
    }
}
