package io.porterlb.bgp.net;

import io.porterlb.bgp.ListenerStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// All addresses that the speaker listens at. All methods but [#status] are to be called on the event loop.
public final class TcpListeners {
    private static final Logger LOG = System.getLogger(TcpListeners.class.getName());

    private final SpeakerLoop loop;
    private final InstantSource clock;
    private final Consumer<Incoming> arrivals;
    private final Consumer<ListenerStatus> changes;
    private final Map<InetSocketAddress, ListeningSocket> sockets = new LinkedHashMap<>();
    private Map<InetAddress, byte[]> keys = Map.of();
    private volatile List<ListenerStatus> status = List.of();

    /// @param arrivals takes or refuses each connection
    /// @param changes hears what has changed
    public TcpListeners(
            SpeakerLoop loop, InstantSource clock, Consumer<Incoming> arrivals, Consumer<ListenerStatus> changes) {
        this.loop = loop;
        this.clock = clock;
        this.arrivals = arrivals;
        this.changes = changes;
    }

    /// A snapshot, for any thread.
    public List<ListenerStatus> status() {
        return status;
    }

    /// Makes these the addresses. What was accepted before stays.
    public void listen(Set<InetSocketAddress> wanted) {
        sockets.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        wanted.forEach(address -> sockets.computeIfAbsent(address, this::open));
        publish();
    }

    private ListeningSocket open(InetSocketAddress address) {
        ListeningSocket socket = new ListeningSocket(loop, address, this);
        socket.keys(keys);
        socket.bind();
        return socket;
    }

    /// Makes these the TCP MD5 keys, by the peer's address. Connections that are open keep the one they have.
    public void keys(Map<InetAddress, byte[]> all) {
        keys = Map.copyOf(all);
        sockets.values().forEach(socket -> socket.keys(keys));
    }

    void arrived(Incoming connection) {
        arrivals.accept(connection);
    }

    void changed(ListeningSocket socket) {
        publish();
        try {
            changes.accept(socket.status());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, () -> "the listener failed at " + socket.status(), e);
        }
    }

    Instant now() {
        return clock.instant();
    }

    private void publish() {
        status = sockets.values().stream().map(ListeningSocket::status).toList();
    }
}
