package io.porterlb.layer2.wire;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;

/// Addresses of [RFC 4291 2](https://www.rfc-editor.org/rfc/rfc4291#section-2) and what they are on Ethernet.
public final class Ipv6 {
    public static final IpAddress UNSPECIFIED = IpAddress.of("::");
    public static final IpAddress ALL_NODES = IpAddress.of("ff02::1");

    private static final IpAddress SOLICITED_NODE = IpAddress.of("ff02::1:ff00:0");
    private static final long LAST_24_BITS = 0xFF_FFFF;
    private static final long LAST_32_BITS = 0xFFFF_FFFFL;
    private static final long ETHERNET_GROUP = 0x3333_0000_0000L;

    private Ipv6() {}

    /// The group that asks for this address go to ([RFC 4291
    /// 2.7.1](https://www.rfc-editor.org/rfc/rfc4291#section-2.7.1)).
    public static IpAddress solicitedNode(IpAddress address) {
        return new IpAddress(IpFamily.V6, SOLICITED_NODE.high(), SOLICITED_NODE.low() | (address.low() & LAST_24_BITS));
    }

    static boolean isSolicitedNode(IpAddress address) {
        return address.equals(solicitedNode(address));
    }

    public static boolean isMulticast(IpAddress address) {
        return address.family() == IpFamily.V6 && address.high() >>> (Long.SIZE - Byte.SIZE) == 0xFF;
    }

    /// The MAC address of a group ([RFC 2464 7](https://www.rfc-editor.org/rfc/rfc2464#section-7)).
    public static MacAddress groupMac(IpAddress group) {
        return new MacAddress(ETHERNET_GROUP | (group.low() & LAST_32_BITS));
    }
}
