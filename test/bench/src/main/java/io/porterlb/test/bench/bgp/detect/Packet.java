package io.porterlb.test.bench.bgp.detect;

import java.nio.ByteBuffer;

/// A BFD Control packet without authentication (RFC 5880 4.1), as far as the neighbor needs it.
///
/// @param diagnostic 0 to 31
/// @param state 0 to 3
/// @param poll the sender wants an answer with the Final bit
/// @param discriminator the sender's
record Packet(int diagnostic, int state, boolean poll, int discriminator) {
    static final int LENGTH = 24;
    static final int DOWN = 1;
    static final int INIT = 2;
    static final int UP = 3;

    /// Control Detection Time Expired.
    static final int TIME_EXPIRED = 1;

    private static final int VERSION = 1 << 5;
    private static final int STATE_SHIFT = 6;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int MULTIPLIER = 3;

    static Packet read(ByteBuffer in) {
        int flags = in.get(1) & 0xFF;
        return new Packet(in.get(0) & 0x1F, flags >>> STATE_SHIFT, (flags & POLL) != 0, in.getInt(4));
    }

    /// @param mine our discriminator
    /// @param yours the other's, 0 if it is not known
    /// @param interval in microseconds, of both directions
    static ByteBuffer write(int state, boolean isFinal, int mine, int yours, int interval) {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) VERSION)
                .put((byte) (state << STATE_SHIFT | (isFinal ? FINAL : 0)))
                .put((byte) MULTIPLIER)
                .put((byte) LENGTH)
                .putInt(mine)
                .putInt(yours)
                .putInt(interval)
                .putInt(interval)
                .putInt(0)
                .flip();
    }
}
