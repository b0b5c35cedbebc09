package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.porterlb.libc.Libc;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;

/// Ends the wait of a thread from another one (eventfd(2)). For any thread.
public final class Wakeup implements AutoCloseable {
    private static final int NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final int EAGAIN = 11;

    private final int event;
    private boolean open = true;

    public Wakeup() throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            event = new Libc(arena).event(NONBLOCK_CLOEXEC);
        }
    }

    int descriptor() {
        return event;
    }

    /// The wait that goes on, or else the next one, ends. Without effect after [#close].
    public synchronized void wake() throws SystemCallException {
        if (open) {
            try (Arena arena = Arena.ofConfined()) {
                new Libc(arena).write(event, arena.allocateFrom(JAVA_LONG, 1));
            }
        }
    }

    /// Forgets that it was woken.
    public void clear() throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            new Libc(arena).read(event, arena.allocate(JAVA_LONG));
        } catch (SystemCallException e) {
            if (e.errno() != EAGAIN) {
                throw e;
            }
        }
    }

    @Override
    public synchronized void close() throws SystemCallException {
        open = false;
        try (Arena arena = Arena.ofConfined()) {
            new Libc(arena).close(event);
        }
    }
}
