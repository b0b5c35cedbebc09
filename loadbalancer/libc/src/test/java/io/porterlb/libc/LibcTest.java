package io.porterlb.libc;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibcTest {
    private static final int ENODEV = 19;
    private static final int EBADF = 9;

    private final Arena arena = Arena.ofConfined();
    private final Libc libc = new Libc(arena);

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void refusalSaysWhichCallAndWhy() {
        var refusal = assertThrows(SystemCallException.class, () -> libc.interfaceIndex(arena.allocateFrom("nosuch0")));
        assertEquals(ENODEV, refusal.errno());
        assertEquals("if_nametoindex failed with errno 19", refusal.getMessage());
        assertEquals(
                EBADF,
                assertThrows(SystemCallException.class, () -> libc.close(-1)).errno());
    }

    @Test
    void waitsForWhicheverDescriptorHasSomething() throws Exception {
        int idle = libc.event(0);
        int counter = libc.event(0);
        PollSet both = new PollSet(arena, libc, idle, counter);
        assertFalse(both.awaits(Duration.ZERO));
        libc.write(counter, arena.allocateFrom(JAVA_LONG, 7));
        both.awaits();
        assertTrue(both.awaits(Duration.ofDays(365)));
        var value = arena.allocate(JAVA_LONG);
        assertEquals(Long.BYTES, libc.read(counter, value));
        assertEquals(7, value.get(JAVA_LONG, 0));
        assertFalse(both.awaits(Duration.ZERO));
        libc.close(idle);
        libc.close(counter);
    }

    @Test
    void runsInANamedModule() {
        assertTrue(Libc.class.getModule().isNamed());
    }
}
