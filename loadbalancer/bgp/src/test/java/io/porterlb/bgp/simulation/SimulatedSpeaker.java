package io.porterlb.bgp.simulation;

import io.netty.channel.embedded.EmbeddedChannel;
import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.PeerStatus;
import io.porterlb.bgp.ReceivedUpdate;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.SessionState;
import io.porterlb.bgp.SpeakerListener;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.net.Dialer;
import io.porterlb.bgp.net.Incoming;
import io.porterlb.bgp.peer.PeerEnvironment;
import io.porterlb.bgp.rib.LocalLink;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.speaker.PeerTable;
import io.porterlb.bgp.wire.Notification;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// One speaker in one life: its peers on an event loop whose time stands still unless told to pass, and what it has
/// heard from each of them.
final class SimulatedSpeaker implements SpeakerListener {
    final IpAddress address;
    private final EmbeddedChannel loop = new EmbeddedChannel();
    private final PeerTable peers;
    private final Map<String, Set<Prefix>> heard = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private Map<String, PeerConfig> configured = Map.of();
    private Set<Prefix> wanted = Set.of();

    SimulatedSpeaker(IpAddress address, Dialer dialer, RandomGenerator random) {
        this.address = address;
        loop.freezeTime();
        peers = new PeerTable(
                new PeerEnvironment(loop.eventLoop(), dialer, LocalLink::of, () -> Instant.EPOCH, random, this),
                SpeakerStart.FRESH,
                (_, _) -> () -> {});
    }

    void configure(Map<String, PeerConfig> next) {
        configured = Map.copyOf(next);
        peers.configure(next);
    }

    Map<String, PeerConfig> configured() {
        return configured;
    }

    void advertise(Set<Prefix> prefixes) {
        wanted = Set.copyOf(prefixes);
        peers.advertise(LocalRoutes.of(prefixes.stream().map(Route::of).collect(Collectors.toSet())));
    }

    Set<Prefix> advertised() {
        return new TreeSet<>(wanted);
    }

    void incoming(Incoming connection) {
        peers.incoming(connection);
    }

    /// The end of a turn of the event loop.
    void turn() {
        loop.runPendingTasks();
    }

    void pass(long nanos) {
        loop.advanceTimeBy(nanos, TimeUnit.NANOSECONDS);
        loop.runScheduledPendingTasks();
        turn();
    }

    Optional<PeerStatus> status(String peer) {
        return peers.status().stream()
                .filter(status -> status.name().equals(peer))
                .findFirst();
    }

    boolean isUp(String peer) {
        return status(peer).filter(s -> s.state() == SessionState.ESTABLISHED).isPresent();
    }

    /// The prefixes that the peer has announced in this session and not withdrawn.
    Set<Prefix> heardFrom(String peer) {
        return new TreeSet<>(heard.getOrDefault(peer, Set.of()));
    }

    /// What two correct speakers never do to each other.
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void changed(PeerStatus status) {
        if (status.state() != SessionState.ESTABLISHED) {
            heard.remove(status.name());
        }
    }

    @Override
    public void received(String peer, ReceivedUpdate update) {
        if (!update.faults().isEmpty()) {
            complaints.add(address + " got a faulty UPDATE from " + peer + ": " + update);
        }
        Set<Prefix> known = heard.computeIfAbsent(peer, _ -> new TreeSet<>());
        for (PathPrefix withdrawn : update.update().withdrawn()) {
            if (!known.remove(withdrawn.prefix())) {
                complaints.add(address + " heard " + peer + " withdraw what it did not announce: " + withdrawn);
            }
        }
        update.update().announced().forEach(path -> known.add(path.prefix()));
    }

    @Override
    public void notified(String peer, boolean sent, Notification notification) {
        int code = notification.code();
        if (code != Allowed.CEASE && code != Allowed.HOLD_TIMER_EXPIRED) {
            complaints.add(address + (sent ? " told " : " heard from ") + peer + ": " + notification.words());
        }
    }

    /// The only errors that a correct speaker has to tell another.
    private static final class Allowed {
        static final int HOLD_TIMER_EXPIRED = 4;
        static final int CEASE = 6;
    }
}
