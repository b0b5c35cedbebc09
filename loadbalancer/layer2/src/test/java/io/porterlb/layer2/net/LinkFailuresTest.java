package io.porterlb.layer2.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.porterlb.libc.Libc;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class LinkFailuresTest {
    private static final int NO_FAMILY = 99;

    @Test
    void whatIsKnownIsSaidInASentenceAndAllElseWithItsNumber() {
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            var family = assertThrows(SystemCallException.class, () -> libc.socket(NO_FAMILY, 2, 0));
            assertEquals(
                    "the kernel has no such sockets; it needs those for packets and for IPv6.",
                    LinkFailures.of(family));
            var descriptor = assertThrows(SystemCallException.class, () -> libc.close(-1));
            assertEquals("close failed with errno 9.", LinkFailures.of(descriptor));
        }
    }
}
