package io.porterlb.bgp;

import io.porterlb.bgp.fsm.BfdPath;
import io.porterlb.bgp.net.InterfaceLinks;
import io.porterlb.bgp.net.SpeakerLoop;
import io.porterlb.bgp.net.TcpDialer;
import io.porterlb.bgp.net.TcpListeners;
import io.porterlb.bgp.net.nd.RouterDiscovery;
import io.porterlb.bgp.peer.PeerEnvironment;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.speaker.PeerTable;
import io.porterlb.bgp.speaker.TcpKeys;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/// A BGP speaker ([RFC 4271](https://www.rfc-editor.org/rfc/rfc4271)) that announces routes and takes none.
///
/// It is told the whole wanted set of peers and of routes, each time, and works out the difference. It connects
/// to its peers, and listens only if it is told where. One thread of its own does everything; the methods here
/// are for any thread and only hand over, so no order waits for a network. A peer in trouble shows in its
/// [PeerStatus] and is tried again, without end; it never disturbs another one, and is never an exception.
///
/// ```java
/// try (BgpSpeaker speaker = BgpSpeaker.start(status -> System.out.println(status))) {
///     speaker.configure(Set.of(PeerConfig.of("leaf-a", IpAddress.of("192.0.2.1"), 65001, 65000, routerId)));
///     speaker.advertise(Set.of(Route.of(Prefix.host(IpAddress.of("198.51.100.7")))));
///     ...
/// }
/// ```
public final class BgpSpeaker implements AutoCloseable {
    /// How long [#close] waits for the peers to take the last words, and for the thread to end.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final SpeakerLoop loop = new SpeakerLoop();
    private final PeerTable peers;
    private final TcpListeners listeners;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BgpSpeaker(SpeakerListener listener, SpeakerStart start) {
        InstantSource clock = InstantSource.system();
        PeerEnvironment environment = new PeerEnvironment(
                loop.loop(), new TcpDialer(loop), new InterfaceLinks(), clock, RandomGenerator.getDefault(), listener);
        peers = new PeerTable(environment, start, new RouterDiscovery());
        listeners = new TcpListeners(loop, clock, peers::incoming, listener::listening);
    }

    /// A speaker without peers and routes, whose thread runs.
    public static BgpSpeaker start(SpeakerListener listener) {
        return start(listener, SpeakerStart.FRESH);
    }

    /// The same, where one may have run a moment ago.
    public static BgpSpeaker start(SpeakerListener listener, SpeakerStart start) {
        return new BgpSpeaker(listener, start);
    }

    /// Makes these the peers. New ones are connected to at once; those no longer there are told so (Cease/Peer
    /// De-configured); a changed one loses its session only if the change is in what the session was made of:
    /// addresses, port, password, AS numbers, router id, hold time, families, ADD-PATH or not, graceful
    /// restart, role, or `shutdown`.
    ///
    /// @throws IllegalArgumentException if two have the same name
    public void configure(Set<PeerConfig> wanted) {
        Map<String, PeerConfig> byName = new HashMap<>();
        for (PeerConfig peer : wanted) {
            if (byName.put(peer.name(), peer) != null) {
                throw new IllegalArgumentException("two peers of the name '" + peer.name() + "'");
            }
        }
        onLoop(() -> {
            listeners.keys(TcpKeys.of(byName.values()));
            peers.configure(byName);
        });
    }

    /// Makes these the addresses to listen at, usually with port 179. One that is not possible now is tried
    /// again, and says why in its [ListenerStatus]. A connection goes to the peer that is configured at its
    /// source; any other is closed at once.
    public void listen(Set<InetSocketAddress> wanted) {
        Set<InetSocketAddress> addresses = Set.copyOf(wanted);
        onLoop(() -> listeners.listen(addresses));
    }

    /// How each address is that the speaker is to listen at.
    public List<ListenerStatus> listening() {
        return listeners.status();
    }

    /// Makes these the routes that the peers are told of. Of several paths to one prefix a peer is told as many
    /// as it takes, the best first (see [Route]).
    ///
    /// @throws IllegalArgumentException if two have the same prefix and the same next hop or path identifier
    public void advertise(Set<Route> wanted) {
        LocalRoutes routes = LocalRoutes.of(wanted);
        onLoop(() -> peers.advertise(routes));
    }

    /// Announces all routes, until told otherwise, as ones that will soon be gone: with the community
    /// GRACEFUL_SHUTDOWN, and to internal peers with local preference 0 ([RFC
    /// 8326](https://www.rfc-editor.org/rfc/rfc8326)). Routers then move traffic away while they still could
    /// send it here.
    public void drain(boolean draining) {
        onLoop(() -> peers.drain(draining));
    }

    /// As [#drain], but only of peers to which [#closeForRestart] will say goodbye: the others keep our routes, and
    /// traffic may stay where it is.
    public void drainForRestart() {
        onLoop(peers::drainForRestart);
    }

    /// Ends the session of a peer (Cease/Administrative Reset) and starts another one; nothing if there is no
    /// peer of that name, or it is shut down.
    ///
    /// @param text what its operator is told ([RFC 9003](https://www.rfc-editor.org/rfc/rfc9003)), possibly
    ///     nothing; cut to 255 octets of UTF-8
    public void reset(String peer, String text) {
        onLoop(() -> peers.reset(peer, text));
    }

    /// BFD says that the path to a peer is up, which [PeerConfig#strictBfd] waits for. Nothing, as the two
    /// below, if there is no peer of that name: [#configure] comes first.
    public void pathUp(String peer) {
        onLoop(() -> peers.path(peer, BfdPath.UP));
    }

    /// BFD says that the path to a peer was up and is down: its session ends at once (Cease/BFD Down, [RFC
    /// 9384](https://www.rfc-editor.org/rfc/rfc9384)), and is tried again.
    public void pathDown(String peer) {
        onLoop(() -> peers.path(peer, BfdPath.DOWN));
    }

    /// BFD says nothing of the path to a peer: there is no BFD session, it is administratively down, or has not
    /// been up yet. The session stays as it is.
    public void pathUnknown(String peer) {
        onLoop(() -> peers.path(peer, BfdPath.UNKNOWN));
    }

    /// How each peer is now, in the order of names.
    public List<PeerStatus> status() {
        return peers.status();
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

    /// Ends all sessions for good (Cease/Administrative Shutdown, as a Hard Reset where the peer would else
    /// keep our routes) and the thread; takes three seconds at most. Afterwards nothing has any effect. Not to
    /// be called by the listener.
    @Override
    public void close() {
        end(peers::shutDown);
    }

    /// As [#close], but says nothing to peers with which [GracefulRestart] was agreed on
    /// ([SessionInfo#keepsRoutes]): they keep our routes until the next speaker is there
    /// ([SpeakerStart#RESTARTED]), or their restart time is over.
    public void closeForRestart() {
        end(peers::shutDownForRestart);
    }

    private void end(Runnable sessions) {
        if (closed.compareAndSet(false, true)) {
            loop.loop().submit(() -> shutDown(sessions)).awaitUninterruptibly(PATIENCE.toMillis());
            loop.awaitClosed(PATIENCE);
            loop.stop(PATIENCE);
        }
    }

    private void shutDown(Runnable sessions) {
        listeners.listen(Set.of());
        sessions.run();
    }
}
