package io.porterlb.bgp.peer;

import io.netty.channel.embedded.EmbeddedChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.net.EmbeddedDialer;
import io.porterlb.bgp.restart.RestartPhase;
import io.porterlb.bgp.restart.RoutesPending;
import io.porterlb.bgp.rib.LocalLink;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.Keepalive;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A peer on a bench: no network, and time that passes only when told to.
final class PeerBench {
    static final PeerConfig CONFIG =
            PeerConfig.of("leaf-a", IpAddress.of("192.0.2.1"), 65001, 65000, IpAddress.of("10.0.0.1"));
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final EmbeddedDialer dialer = new EmbeddedDialer();
    final List<SessionState> states = new ArrayList<>();
    final List<String> notifications = new ArrayList<>();
    final List<ReceivedUpdate> updates = new ArrayList<>();
    final Peer peer;
    private final EmbeddedChannel loop = new EmbeddedChannel();
    private LocalRoutes routes = LocalRoutes.NONE;
    private SpeakerMood mood;

    PeerBench() {
        this(CONFIG, SpeakerStart.FRESH);
    }

    PeerBench(PeerConfig config, SpeakerStart start) {
        loop.freezeTime();
        mood = new SpeakerMood(false, RoutesPending.of(start));
        peer = new Peer(
                config,
                routes,
                mood,
                RestartPhase.of(start),
                new PeerEnvironment(
                        loop.eventLoop(), dialer, LocalLink::of, () -> NOW, new Random(1), new SpeakerListener() {
                            @Override
                            public void changed(PeerStatus status) {
                                states.add(status.state());
                            }

                            @Override
                            public void notified(String name, boolean sent, Notification notification) {
                                notifications.add((sent ? "sent " : "received ") + notification.words());
                            }

                            @Override
                            public void received(String name, ReceivedUpdate update) {
                                updates.add(update);
                            }
                        }));
    }

    void drain(boolean draining) {
        mood = mood.withDraining(draining);
        peer.tell(mood);
    }

    void routesAreKnown() {
        mood = mood.withRoutesKnown();
        peer.tell(mood);
    }

    static Open open(long as, int holdTime, Capability... more) {
        List<Capability> capabilities = new ArrayList<>(
                List.of(new MultiprotocolCapability(AddressFamily.IPV4_UNICAST), new FourOctetAsCapability(as)));
        capabilities.addAll(List.of(more));
        return new Open(23456, holdTime, IpAddress.of("10.0.0.2"), capabilities);
    }

    static Set<Route> hosts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Route.of(Prefix.host(new IpAddress(IpFamily.V4, 0, 0xC633_0000L + i))))
                .collect(Collectors.toSet());
    }

    EmbeddedDialer.Attempt connection() {
        return dialer.last();
    }

    PeerStatus status() {
        return peer.status();
    }

    /// Lets the event loop's turn end.
    void turn() {
        loop.runPendingTasks();
    }

    void pass(Duration time) {
        loop.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        loop.runScheduledPendingTasks();
        turn();
    }

    void advertise(Set<Route> wanted) {
        LocalRoutes next = LocalRoutes.of(wanted);
        peer.advertise(next, RouteDelta.between(routes, next));
        routes = next;
    }

    /// What the peer has written, after the end of a turn.
    List<BgpMessage> written() {
        turn();
        return connection().written();
    }

    /// From nothing to Established, with a hold time of 30 s.
    void establish() {
        establish(30);
    }

    /// From nothing to Established, with a hold time of that many seconds.
    void establish(int holdTime, Capability... more) {
        peer.start();
        connection().succeeds();
        connection().routerSends(open(65000, holdTime, more));
        connection().routerSends(new Keepalive());
        turn();
    }
}
