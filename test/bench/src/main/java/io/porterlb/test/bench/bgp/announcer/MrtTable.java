package io.porterlb.test.bench.bgp.announcer;

import io.porterlb.test.bench.bgp.testbed.Testbed;
import io.porterlb.test.bench.bgp.wire.HostRoutes;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// A routing table in MRT format, TABLE_DUMP_V2 (RFC 6396 4.3): /32 prefixes, all with the announcer as next hop.
final class MrtTable {
    private static final int TABLE_DUMP_V2 = 13;
    private static final int PEER_INDEX_TABLE = 1;
    private static final int RIB_IPV4_UNICAST = 2;
    private static final byte AS4_IPV4_PEER = 2;

    private static final byte[] NEXT_HOP =
            InetAddress.ofLiteral(Testbed.ANNOUNCER_ADDRESS).getAddress();

    private MrtTable() {}

    static byte[] of(int prefixes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(record(PEER_INDEX_TABLE, peers()));
        for (int i = 0; i < prefixes; i++) {
            all.writeBytes(record(RIB_IPV4_UNICAST, entry(i)));
        }
        return all.toByteArray();
    }

    private static byte[] record(int subtype, byte[] body) {
        return ByteBuffer.allocate(12 + body.length)
                .putInt(0)
                .putShort((short) TABLE_DUMP_V2)
                .putShort((short) subtype)
                .putInt(body.length)
                .put(body)
                .array();
    }

    /// A collector, a view without a name, and one peer, who all entries are of.
    private static byte[] peers() {
        return ByteBuffer.allocate(8 + 13)
                .put(NEXT_HOP)
                .putShort((short) 0)
                .putShort((short) 1)
                .put(AS4_IPV4_PEER)
                .put(NEXT_HOP)
                .put(NEXT_HOP)
                .putInt(Testbed.ANNOUNCER_AS)
                .array();
    }

    /// ORIGIN IGP, an empty AS_PATH, NEXT_HOP.
    private static byte[] entry(int index) {
        byte[] path = {0x40, 1, 1, 0, 0x40, 2, 0, 0x40, 3, 4};
        int attributes = path.length + NEXT_HOP.length;
        return ByteBuffer.allocate(19 + attributes)
                .putInt(index)
                .put((byte) 32)
                .putInt(HostRoutes.address(index))
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .putShort((short) attributes)
                .put(path)
                .put(NEXT_HOP)
                .array();
    }
}
