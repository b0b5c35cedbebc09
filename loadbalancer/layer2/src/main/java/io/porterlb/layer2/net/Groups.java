package io.porterlb.layer2.net;

import io.porterlb.address.IpAddress;
import io.porterlb.layer2.wire.Ipv6;
import io.porterlb.libc.SocketAddress6;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The solicited-node groups that an interface is in. To join one by IPv6 and not at the packet socket has the
/// kernel report it (MLD, [RFC 3810](https://www.rfc-editor.org/rfc/rfc3810)); a switch that snoops passes its
/// frames on only after that.
final class Groups {
    private static final int AF_INET6 = 10;
    private static final int SOCK_DGRAM = 2;
    private static final int SOL_IPV6 = 41;
    private static final int IPV6_JOIN_GROUP = 20;
    private static final int IPV6_LEAVE_GROUP = 21;

    /// A socket has room for about this many (`net.core.optmem_max`, 20 KiB before Linux 6.8).
    private static final int MOST_OF_A_SOCKET = 100;

    /// A socket, and how many groups it is in.
    private static final class Member {
        private final int socket;
        private int groups;

        Member(int socket) {
            this.socket = socket;
        }
    }

    private final NativeScope scope;
    private final int index;
    private final List<Member> members = new ArrayList<>();
    private final Map<IpAddress, Member> memberOf = new HashMap<>();

    Groups(NativeScope scope, int index) {
        this.scope = scope;
        this.index = index;
    }

    /// Makes the groups of these addresses the ones.
    void want(Set<IpAddress> addresses) throws SystemCallException {
        Set<IpAddress> wanted = addresses.stream().map(Ipv6::solicitedNode).collect(Collectors.toSet());
        for (Map.Entry<IpAddress, Member> joined : Map.copyOf(memberOf).entrySet()) {
            if (!wanted.contains(joined.getKey())) {
                leave(joined.getKey(), joined.getValue());
            }
        }
        for (IpAddress group : wanted) {
            if (!memberOf.containsKey(group)) {
                join(group, withRoom());
            }
        }
    }

    private void join(IpAddress group, Member member) throws SystemCallException {
        set(member.socket, IPV6_JOIN_GROUP, group);
        memberOf.put(group, member);
        member.groups++;
    }

    private void leave(IpAddress group, Member member) throws SystemCallException {
        memberOf.remove(group);
        member.groups--;
        set(member.socket, IPV6_LEAVE_GROUP, group);
    }

    private Member withRoom() throws SystemCallException {
        for (Member member : members) {
            if (member.groups < MOST_OF_A_SOCKET) {
                return member;
            }
        }
        Member another = new Member(scope.socket(AF_INET6, SOCK_DGRAM, 0));
        members.add(another);
        return another;
    }

    private void set(int socket, int option, IpAddress group) throws SystemCallException {
        try (Arena own = Arena.ofConfined()) {
            scope.libc().setOption(socket, SOL_IPV6, option, SocketAddress6.group(own, group, index));
        }
    }
}
