package io.porterlb.bfd;

import io.porterlb.address.IpAddress;
import io.porterlb.bfd.net.BfdLoop;
import io.porterlb.bfd.net.Endpoint;
import io.porterlb.bfd.net.TtlFilter;
import io.porterlb.bfd.net.TtlFilters;
import io.porterlb.bfd.speaker.SessionTable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A speaker of Bidirectional Forwarding Detection ([RFC 5880](https://www.rfc-editor.org/rfc/rfc5880)),
/// asynchronous mode: on the link ([RFC 5881](https://www.rfc-editor.org/rfc/rfc5881)) and over routers ([RFC
/// 5883](https://www.rfc-editor.org/rfc/rfc5883)).
///
/// It is told the whole wanted set of sessions, each time, and works out the difference. One thread of its own
/// does everything; the methods here are for any thread and only hand over. What a neighbor does or a socket
/// refuses shows in a [BfdSessionStatus] and is never an exception.
///
/// ```java
/// try (BfdSpeaker speaker = BfdSpeaker.start(listener)) {
///     speaker.configure(Set.of(BfdSessionConfig.singleHop("leaf-a", IpAddress.of("192.0.2.1"))));
///     ...
/// }
/// ```
public final class BfdSpeaker implements AutoCloseable {
    /// How long [#close] waits for the last packets to leave, and for the thread to end.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final BfdLoop loop = new BfdLoop();
    private final SessionTable sessions;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BfdSpeaker(BfdListener listener) {
        sessions = new SessionTable(loop.loop(), listener);
    }

    /// A speaker without sessions, whose thread runs.
    ///
    /// @throws UnsupportedOperationException if Netty's native epoll is missing: only Linux' socket filters can
    ///     check the time to live of what comes in
    public static BfdSpeaker start(BfdListener listener) {
        return new BfdSpeaker(listener);
    }

    /// Makes these the sessions. New ones begin at once; those no longer there say AdminDown and end. Other
    /// intervals are agreed on with the neighbor by a Poll Sequence, and no session goes down for them; one
    /// that changes its peer, local address, interface or kind is another session.
    ///
    /// @throws IllegalArgumentException if two have the same name, or go the same way to the same peer, or more
    ///     than 32 multihop peers of one family have a `minimumTtl` above the lowest of all
    public void configure(Set<BfdSessionConfig> wanted) {
        Map<String, BfdSessionConfig> byName = new HashMap<>();
        Map<Way, BfdSessionConfig> byWay = new HashMap<>();
        for (BfdSessionConfig session : wanted) {
            if (byName.put(session.name(), session) != null) {
                throw new IllegalArgumentException("two BFD sessions of the name '" + session.name() + "'");
            }
            BfdSessionConfig twin = byWay.put(Way.of(session), session);
            if (twin != null) {
                throw new IllegalArgumentException("BFD sessions '" + twin.name() + "' and '" + session.name()
                        + "' go the same way to " + session.peer());
            }
        }
        Map<Endpoint, TtlFilter> filters = filters(wanted);
        onLoop(() -> sessions.configure(byName, filters));
    }

    /// What tells sessions from one another on the wire.
    private record Way(Endpoint endpoint, IpAddress peer) {
        static Way of(BfdSessionConfig session) {
            return new Way(Endpoint.of(session), session.peer());
        }
    }

    private static Map<Endpoint, TtlFilter> filters(Set<BfdSessionConfig> wanted) {
        return wanted.stream()
                .map(Endpoint::of)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        endpoint -> TtlFilters.of(endpoint.family(), endpoint.multihop(), wanted)));
    }

    /// How each session is now, in the order of names.
    public List<BfdSessionStatus> status() {
        return sessions.status();
    }

    /// How many packets came that belong to no session, and were ignored. Those that the kernel dropped for
    /// their time to live are not among them.
    public long strayPackets() {
        return sessions.strayPackets();
    }

    private void onLoop(Runnable order) {
        try {
            loop.loop().execute(order);
        } catch (RejectedExecutionException e) {
            if (!closed.get()) {
                throw e;
            }
        }
    }

    /// Says AdminDown to all neighbors and ends all sessions and the thread; takes three seconds at most.
    /// Afterwards nothing has any effect. Not to be called by the listener.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            loop.loop().submit(sessions::shutDown).awaitUninterruptibly(PATIENCE.toMillis());
            loop.stop(PATIENCE);
        }
    }
}
