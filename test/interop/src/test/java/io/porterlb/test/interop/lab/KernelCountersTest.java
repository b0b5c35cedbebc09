package io.porterlb.test.interop.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelCountersTest {
    private static final List<String> LINES = List.of(
            "TcpExt: SyncookiesSent TCPMD5Failure", "TcpExt: 3 7", "IpExt: InNoRoutes TCPMD5Failure", "IpExt: 1 2");

    @Test
    void valueStandsBelowItsName() {
        assertEquals(7, KernelCounters.parse(LINES, "TCPMD5Failure"));
        assertThrows(IllegalArgumentException.class, () -> KernelCounters.parse(LINES, "TCPMD5"));
    }
}
