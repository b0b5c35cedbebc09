package io.porterlb.libc;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.porterlb.address.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Addresses as the kernel wants them: struct sockaddr_in6 and struct ipv6_mreq of ipv6(7).
public final class SocketAddress6 {
    public static final IpAddress ALL_NODES = IpAddress.of("ff02::1");
    public static final IpAddress ALL_ROUTERS = IpAddress.of("ff02::2");
    public static final int LENGTH = 28;

    private static final short AF_INET6 = 10;
    private static final int ADDRESS = 8;
    private static final int ADDRESS_LENGTH = 16;
    private static final int SCOPE = 24;

    private SocketAddress6() {}

    public static MemorySegment of(Arena arena, IpAddress address, int scope) {
        MemorySegment value = arena.allocate(LENGTH, Integer.BYTES);
        value.set(JAVA_SHORT, 0, AF_INET6);
        put(address, value, ADDRESS);
        value.set(JAVA_INT, SCOPE, scope);
        return value;
    }

    /// A multicast group on an interface.
    public static MemorySegment group(Arena arena, IpAddress address, int scope) {
        MemorySegment value = arena.allocate(ADDRESS_LENGTH + Integer.BYTES, Integer.BYTES);
        put(address, value, 0);
        value.set(JAVA_INT, ADDRESS_LENGTH, scope);
        return value;
    }

    private static void put(IpAddress address, MemorySegment into, long offset) {
        MemorySegment.copy(address.toOctets(), 0, into, JAVA_BYTE, offset, ADDRESS_LENGTH);
    }

    public static IpAddress address(MemorySegment value) {
        return IpAddress.ofOctets(value.asSlice(ADDRESS, ADDRESS_LENGTH).toArray(JAVA_BYTE));
    }

    public static int scope(MemorySegment value) {
        return value.get(JAVA_INT, SCOPE);
    }
}
