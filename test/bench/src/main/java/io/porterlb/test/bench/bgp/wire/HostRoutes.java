package io.porterlb.test.bench.bgp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// Many /32 prefixes from 100.64.0.0 on (the shared address space, RFC 6598, and what follows it), in as few UPDATEs as
/// they fit into.
public final class HostRoutes {
    private static final int FIRST = 100 << 24 | 64 << 16;
    private static final int NLRI_OCTETS = 5;

    private HostRoutes() {}

    /// The number of the address.
    public static int address(int index) {
        return FIRST + index;
    }

    public static String text(int index) {
        int address = address(index);
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF)
                + "/32";
    }

    /// Where those begin that are fed to an announcer: no prefix of its own is among them.
    private static final int FED = 110 << 24;

    /// All UPDATEs that announce so many of those that are fed.
    static ByteBuffer announce(int count, int as, byte[] nextHop) {
        byte[] attributes = attributes(as, nextHop);
        return updates(count, attributes);
    }

    /// All UPDATEs that withdraw them.
    static ByteBuffer withdraw(int count) {
        return updates(count, new byte[0]);
    }

    private static ByteBuffer updates(int count, byte[] attributes) {
        int room = (Messages.MAX_LENGTH - Messages.HEADER - 4 - attributes.length) / NLRI_OCTETS;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int first = 0; first < count; first += room) {
            byte[] prefixes = prefixes(first, Math.min(room, count - first));
            boolean announces = attributes.length > 0;
            ByteBuffer body = ByteBuffer.allocate(4 + attributes.length + prefixes.length);
            if (announces) {
                body.putShort((short) 0)
                        .putShort((short) attributes.length)
                        .put(attributes)
                        .put(prefixes);
            } else {
                body.putShort((short) prefixes.length).put(prefixes).putShort((short) 0);
            }
            all.writeBytes(Messages.message(Messages.UPDATE, body.array()).array());
        }
        return ByteBuffer.wrap(all.toByteArray());
    }

    private static byte[] prefixes(int first, int count) {
        ByteBuffer prefixes = ByteBuffer.allocate(count * NLRI_OCTETS);
        for (int i = 0; i < count; i++) {
            prefixes.put((byte) 32).putInt(FED + first + i);
        }
        return prefixes.array();
    }

    /// ORIGIN IGP, AS_PATH of one AS in four octets, NEXT_HOP.
    private static byte[] attributes(int as, byte[] nextHop) {
        return ByteBuffer.allocate(20)
                .put(new byte[] {0x40, 1, 1, 0, 0x40, 2, 6, 2, 1})
                .putInt(as)
                .put(new byte[] {0x40, 3, 4})
                .put(nextHop)
                .array();
    }
}
