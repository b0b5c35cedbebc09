package io.porterlb.layer2.rtnetlink;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Questions to the kernel.
public final class RouteRequest {
    private static final short GET_LINK = 18;
    private static final short GET_ADDRESS = 22;
    private static final short GET_ROUTE = 26;

    private static final short REQUEST = 0x1;
    private static final short DUMP = REQUEST | 0x300;

    private static final int LINK_LENGTH = 16; // struct ifinfomsg
    private static final int ADDRESS_LENGTH = 8; // struct ifaddrmsg
    private static final int ROUTE_LENGTH = 12; // struct rtmsg
    private static final short DESTINATION = 1; // RTA_DST
    private static final int ATTRIBUTE_HEADER = 4;

    private static final byte AF_INET = 2;
    private static final byte AF_INET6 = 10;

    private RouteRequest() {}

    /// For all interfaces, by a dump.
    public static byte[] links() {
        return header(GET_LINK, DUMP, LINK_LENGTH).array();
    }

    /// For all addresses of all interfaces, by a dump.
    public static byte[] addresses() {
        return header(GET_ADDRESS, DUMP, ADDRESS_LENGTH).array();
    }

    /// For where a packet to this address would go, in one message.
    public static byte[] routeTo(IpAddress address) {
        byte[] octets = address.toOctets();
        int attribute = ATTRIBUTE_HEADER + octets.length;
        return header(GET_ROUTE, REQUEST, ROUTE_LENGTH + attribute)
                .put(address.family() == IpFamily.V4 ? AF_INET : AF_INET6)
                .put((byte) address.family().bits())
                .position(NetlinkMessage.HEADER_LENGTH + ROUTE_LENGTH)
                .putShort((short) attribute)
                .putShort(DESTINATION)
                .put(octets)
                .array();
    }

    /// With zeros behind it.
    private static ByteBuffer header(short type, short flags, int bodyLength) {
        int length = NetlinkMessage.HEADER_LENGTH + bodyLength;
        return ByteBuffer.allocate(length)
                .order(ByteOrder.nativeOrder())
                .putInt(length)
                .putShort(type)
                .putShort(flags)
                .position(NetlinkMessage.HEADER_LENGTH);
    }
}
