package io.porterlb.test.bench.bgp.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageStreamTest {
    private static final byte[] NEXT_HOP = {10, 99, 0, 2};

    private final List<String> seen = new ArrayList<>();
    private final MessageStream stream = new MessageStream(new MessageStream.Sink() {
        @Override
        public void other(int type) {
            seen.add("type " + type);
        }

        @Override
        public void update(long announced, long withdrawn, int length) {
            seen.add("+" + announced + " -" + withdrawn);
        }
    });

    @Test
    void countsThePrefixesOfUpdates() {
        stream.take(HostRoutes.announce(1000, 65002, NEXT_HOP));
        stream.take(HostRoutes.withdraw(900));
        stream.take(Messages.keepalive());
        assertEquals(List.of("+810 -0", "+190 -0", "+0 -814", "+0 -86", "type 4"), seen);
    }

    @Test
    void waitsForTheRestOfAMessage() {
        ByteBuffer whole = Messages.open(65002, NEXT_HOP);
        ByteBuffer part = whole.slice(0, whole.remaining() - 1);
        stream.take(part);
        assertEquals(List.of(), seen);
        assertEquals(0, part.position());
        stream.take(whole);
        assertEquals(List.of("type 1"), seen);
    }

    @Test
    void whatIsNotBgpIsRefused() {
        assertThrows(IllegalStateException.class, () -> stream.take(ByteBuffer.allocate(100)));
    }
}
