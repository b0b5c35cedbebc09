package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.porterlb.libc.SystemCallException;
import java.lang.foreign.MemorySegment;

/// Word from the kernel that something about network interfaces has changed (rtnetlink(7)): which and what is
/// to be looked at then ([Links#look], [LinkTableReader#read]), so nothing is read of the messages, and lost
/// ones do no harm.
public final class LinkNews {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int NETLINK_ROUTE = 0;

    /// RTMGRP_LINK, and RTMGRP_IPV6_IFADDR: IPv6 was turned on or off.
    private static final int LINKS = 0x1 | 0x100;

    /// RTMGRP_IPV4_IFADDR, and those of routes and rules (RTNLGRP_*) of both families.
    private static final int ADDRESSES_AND_ROUTES = 0x10 | 0x40 | 0x80 | 0x400 | 0x40000;

    private static final int ADDRESS_LENGTH = 12; // struct sockaddr_nl
    private static final int GROUPS_AT = 8;
    private static final int ROOM = 8192;
    private static final int EAGAIN = 11;
    private static final int ENOBUFS = 105;

    private final NativeScope scope;
    private final int socket;
    private final MemorySegment buffer;

    private LinkNews(NativeScope scope, int groups) throws SystemCallException {
        this.scope = scope;
        buffer = scope.arena().allocate(ROOM);
        socket = scope.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
        MemorySegment address = scope.arena().allocate(ADDRESS_LENGTH, Integer.BYTES);
        address.set(JAVA_SHORT, 0, (short) AF_NETLINK);
        address.set(JAVA_INT, GROUPS_AT, groups);
        scope.libc().bind(socket, address);
    }

    /// Hears of interfaces, and of IPv6 on them, in the network namespace of this thread from now on.
    public static LinkNews ofLinks(NativeScope scope) throws SystemCallException {
        return new LinkNews(scope, LINKS);
    }

    /// Hears of all addresses and routes, too.
    public static LinkNews ofAddressesAndRoutesToo(NativeScope scope) throws SystemCallException {
        return new LinkNews(scope, LINKS | ADDRESSES_AND_ROUTES);
    }

    int descriptor() {
        return socket;
    }

    /// Whether there was any since the last call.
    public boolean take() throws SystemCallException {
        boolean any = false;
        while (read()) {
            any = true;
        }
        return any;
    }

    /// Whether a message was read, or was lost for want of room.
    private boolean read() throws SystemCallException {
        try {
            return scope.libc().read(socket, buffer) > 0;
        } catch (SystemCallException e) {
            if (e.errno() != EAGAIN && e.errno() != ENOBUFS) {
                throw e;
            }
            return e.errno() == ENOBUFS;
        }
    }
}
