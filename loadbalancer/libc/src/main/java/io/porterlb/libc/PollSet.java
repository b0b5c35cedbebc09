package io.porterlb.libc;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/// Descriptors that one thread waits for, all at once: an array of struct pollfd (poll(2)).
public final class PollSet {
    static final int DESCRIPTOR_LENGTH = 8;

    private static final short POLLIN = 1;
    private static final int EVENTS = 4;
    private static final int LONGEST = Integer.MAX_VALUE;

    private final Libc libc;
    private final MemorySegment descriptors;

    public PollSet(Arena arena, Libc libc, int... files) {
        this.libc = libc;
        descriptors = arena.allocate((long) files.length * DESCRIPTOR_LENGTH, Integer.BYTES);
        for (int i = 0; i < files.length; i++) {
            descriptors.set(JAVA_INT, (long) i * DESCRIPTOR_LENGTH, files[i]);
            descriptors.set(JAVA_SHORT, (long) i * DESCRIPTOR_LENGTH + EVENTS, POLLIN);
        }
    }

    /// Waits until there is something to read, or an error, no longer than this (whole milliseconds).
    public boolean awaits(Duration patience) throws SystemCallException {
        return libc.poll(descriptors, (int) Math.min(patience.toMillis(), LONGEST)) > 0;
    }

    /// The same, without an end.
    public void awaits() throws SystemCallException {
        libc.poll(descriptors, -1);
    }
}
