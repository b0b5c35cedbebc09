package io.porterlb.test.bench.bgp.wire;

import java.nio.ByteBuffer;

/// The few messages that the receiver sends (RFC 4271 4).
public final class Messages {
    static final int HEADER = 19;
    static final int OPEN = 1;
    static final int UPDATE = 2;
    static final int NOTIFICATION = 3;
    static final int KEEPALIVE = 4;
    static final int ROUTE_REFRESH = 5;

    /// The longest message.
    static final int MAX_LENGTH = 4096;

    private static final int HOLD_SECONDS = 90;

    private Messages() {}

    static ByteBuffer keepalive() {
        return message(KEEPALIVE, new byte[0]);
    }

    /// All IPv4 unicast routes once more (RFC 2918).
    static ByteBuffer routeRefresh() {
        return message(ROUTE_REFRESH, new byte[] {0, 1, 0, 1});
    }

    /// With the capabilities multiprotocol (IPv4 unicast), route refresh and four-octet AS.
    static ByteBuffer open(int as, byte[] identifier) {
        byte[] capabilities = {1, 4, 0, 1, 0, 1, 2, 0, 65, 4, 0, 0, (byte) (as >>> 8), (byte) as};
        ByteBuffer body = ByteBuffer.allocate(10 + 2 + capabilities.length);
        body.put((byte) 4).putShort((short) as).putShort((short) HOLD_SECONDS).put(identifier);
        body.put((byte) (2 + capabilities.length)).put((byte) 2).put((byte) capabilities.length);
        return message(OPEN, body.put(capabilities).array());
    }

    static ByteBuffer message(int type, byte[] body) {
        ByteBuffer message = ByteBuffer.allocate(HEADER + body.length);
        message.putLong(-1).putLong(-1).putShort((short) message.capacity());
        return message.put((byte) type).put(body).flip();
    }
}
