package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.porterlb.libc.Libc;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;

/// Ends the wait of a thread from another one (eventfd(2)). For any thread. While it is not open it has no effect:
/// who waits looks at everything after he has opened it.
public final class Wakeup implements AutoCloseable {
    private static final int NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final int EAGAIN = 11;
    private static final int NONE = -1;

    private int event = NONE;

    /// Without effect if it is open.
    public synchronized void open() throws SystemCallException {
        if (event == NONE) {
            try (Arena arena = Arena.ofConfined()) {
                event = new Libc(arena).event(NONBLOCK_CLOEXEC);
            }
        }
    }

    synchronized int descriptor() {
        return event;
    }

    /// The wait that goes on, or else the next one, ends.
    public synchronized void wake() {
        if (event == NONE) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            new Libc(arena).write(event, arena.allocateFrom(JAVA_LONG, 1));
        } catch (SystemCallException e) {
            throw new IllegalStateException("a counter of eventfd(2) can't be added to", e);
        }
    }

    /// Forgets that it was woken. While it is open.
    public synchronized void clear() throws SystemCallException {
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
        if (event != NONE) {
            try (Arena arena = Arena.ofConfined()) {
                new Libc(arena).close(event);
            } finally {
                event = NONE;
            }
        }
    }
}
