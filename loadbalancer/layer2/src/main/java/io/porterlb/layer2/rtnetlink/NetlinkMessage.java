package io.porterlb.layer2.rtnetlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A message of netlink(7).
///
/// @param type what it is
/// @param flags NLM_F_DUMP_INTR, and others
/// @param body what follows the header
public record NetlinkMessage(int type, int flags, ByteBuffer body) {
    static final int HEADER_LENGTH = 16;

    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int DUMP_INTERRUPTED = 0x10;

    /// Reads the messages that came together.
    ///
    /// @throws RuntimeException if they are broken, which the kernel does not do
    public static List<NetlinkMessage> readAll(byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder());
        List<NetlinkMessage> all = new ArrayList<>();
        while (in.remaining() >= HEADER_LENGTH) {
            int length = in.getInt(in.position());
            all.add(read(Attributes.part(in, 0, length)));
            in.position(Math.min(in.limit(), in.position() + Attributes.aligned(length)));
        }
        return all;
    }

    private static NetlinkMessage read(ByteBuffer message) {
        ByteBuffer body = Attributes.part(message, HEADER_LENGTH, message.remaining() - HEADER_LENGTH);
        return new NetlinkMessage(message.getShort(4), message.getShort(6), body);
    }

    /// The end of a dump, or an error instead of an answer.
    public boolean isLast() {
        return type == DONE || type == ERROR;
    }

    /// What went wrong, as in errno(3), if this [#isLast]; 0 if nothing did.
    public int errno() {
        return isLast() && body.remaining() >= Integer.BYTES ? -body.getInt(0) : 0;
    }

    /// Whether something changed during the dump that this belongs to, so that it may be inconsistent.
    public boolean isInterrupted() {
        return (flags & DUMP_INTERRUPTED) != 0;
    }
}
