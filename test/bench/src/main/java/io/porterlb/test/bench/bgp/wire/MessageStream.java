package io.porterlb.test.bench.bgp.wire;

import java.nio.ByteBuffer;

/// Cuts octets into messages and counts the prefixes of UPDATEs.
final class MessageStream {
    /// Takes messages.
    interface Sink {
        void other(int type);

        void update(long announced, long withdrawn, int length);
    }

    private final Sink sink;

    MessageStream(Sink sink) {
        this.sink = sink;
    }

    /// Takes all whole messages off the buffer, which is ready to be read.
    ///
    /// @throws IllegalStateException if it is not BGP
    void take(ByteBuffer in) {
        while (in.remaining() >= Messages.HEADER) {
            int start = in.position();
            int length = in.getShort(start + 16) & 0xFFFF;
            if (length < Messages.HEADER || length > Messages.MAX_LENGTH) {
                throw new IllegalStateException("a message of " + length + " octets");
            }
            if (in.remaining() < length) {
                return;
            }
            message(in, start, length);
            in.position(start + length);
        }
    }

    private void message(ByteBuffer in, int start, int length) {
        int type = in.get(start + 18);
        if (type != Messages.UPDATE) {
            sink.other(type);
            return;
        }
        int withdrawnAt = start + Messages.HEADER + 2;
        int withdrawnEnd = withdrawnAt + (in.getShort(withdrawnAt - 2) & 0xFFFF);
        int announcedAt = withdrawnEnd + 2 + (in.getShort(withdrawnEnd) & 0xFFFF);
        sink.update(prefixes(in, announcedAt, start + length), prefixes(in, withdrawnAt, withdrawnEnd), length);
    }

    private static long prefixes(ByteBuffer in, int from, int end) {
        long count = 0;
        for (int at = from; at < end; at += 1 + ((in.get(at) & 0xFF) + 7) / 8) {
            count++;
        }
        return count;
    }
}
