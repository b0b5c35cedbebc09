package io.porterlb.layer2.net;

import io.porterlb.libc.Libc;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/// Memory and sockets outside of Java that go all at once. For the thread that made it.
public final class NativeScope implements AutoCloseable {
    private static final int NONBLOCK_CLOEXEC = 0x800 | 0x80000;

    private final Arena arena = Arena.ofConfined();
    private final Libc libc = new Libc(arena);
    private final List<Integer> sockets = new ArrayList<>();

    Arena arena() {
        return arena;
    }

    Libc libc() {
        return libc;
    }

    /// A socket that never blocks, as socket(2) has it.
    int socket(int family, int type, int protocol) throws SystemCallException {
        int socket = libc.socket(family, type | NONBLOCK_CLOEXEC, protocol);
        sockets.add(socket);
        return socket;
    }

    @Override
    public void close() throws SystemCallException {
        try {
            for (int socket : sockets) {
                libc.close(socket);
            }
        } finally {
            arena.close();
        }
    }
}
