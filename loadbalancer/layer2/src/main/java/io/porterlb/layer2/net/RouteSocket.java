package io.porterlb.layer2.net;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.porterlb.layer2.rtnetlink.NetlinkMessage;
import io.porterlb.libc.PollSet;
import io.porterlb.libc.SystemCallException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks the kernel for its network (rtnetlink(7)), one question at a time; it needs no right for that.
final class RouteSocket {
    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int NETLINK_ROUTE = 0;

    /// Twice what the kernel puts together at most.
    private static final int ROOM = 65_536;

    /// It answers at once, as a rule.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NativeScope scope;
    private final int socket;
    private final MemorySegment buffer;
    private final PollSet answer;

    RouteSocket(NativeScope scope) throws SystemCallException {
        this.scope = scope;
        buffer = scope.arena().allocate(ROOM);
        socket = scope.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
        answer = new PollSet(scope.arena(), scope.libc(), socket);
    }

    /// The only message of the answer, be it an error.
    NetlinkMessage ask(byte[] request) throws SystemCallException {
        send(request);
        return read().getFirst();
    }

    /// All messages of a dump, of one moment.
    List<NetlinkMessage> dump(byte[] request) throws SystemCallException {
        List<NetlinkMessage> all;
        do {
            send(request);
            all = readToTheEnd();
        } while (all.stream().anyMatch(NetlinkMessage::isInterrupted));
        return all;
    }

    private List<NetlinkMessage> readToTheEnd() throws SystemCallException {
        List<NetlinkMessage> all = new ArrayList<>();
        do {
            all.addAll(read());
        } while (!all.getLast().isLast());
        SystemCallException.check("a dump of rtnetlink", all.getLast().errno());
        return all;
    }

    private void send(byte[] request) throws SystemCallException {
        try (Arena own = Arena.ofConfined()) {
            scope.libc().send(socket, own.allocateFrom(JAVA_BYTE, request), MemorySegment.NULL);
        }
    }

    /// At least one message.
    private List<NetlinkMessage> read() throws SystemCallException {
        int length = 0;
        while (length == 0) { // by a signal
            answer.awaits(PATIENCE);
            length = scope.libc().read(socket, buffer);
        }
        return NetlinkMessage.readAll(buffer.asSlice(0, length).toArray(JAVA_BYTE));
    }
}
