package io.porterlb.bgp.simulation;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.net.Connection;
import io.porterlb.bgp.net.ConnectionListener;
import io.porterlb.bgp.net.Incoming;
import io.porterlb.bgp.net.SimulatedPipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Speakers that all peer with each other, the connections between them, and what may happen to both.
final class SimulatedNetwork {
    static final Duration HOLD = Duration.ofSeconds(9);
    private static final long FIRST_AS = 65001;

    private final RandomGenerator random;
    private final List<SimulatedSpeaker> speakers = new ArrayList<>();
    private final List<SimulatedPipe> pipes = new ArrayList<>();
    private final Set<Set<IpAddress>> cuts = new HashSet<>();

    SimulatedNetwork(int count, RandomGenerator random) {
        this.random = random;
        for (int i = 0; i < count; i++) {
            speakers.add(born(IpAddress.of("192.0.2." + (i + 1))));
        }
        speakers.forEach(speaker -> speaker.configure(everyoneBut(speaker)));
    }

    private SimulatedSpeaker born(IpAddress address) {
        return new SimulatedSpeaker(address, (at, peer, listener) -> dial(address, at.address(), listener), random);
    }

    private Connection dial(IpAddress from, IpAddress to, ConnectionListener listener) {
        SimulatedPipe pipe = new SimulatedPipe(from, to, listener);
        pipes.add(pipe);
        return pipe.connection();
    }

    List<SimulatedSpeaker> speakers() {
        return List.copyOf(speakers);
    }

    List<SimulatedPipe> pipes() {
        return List.copyOf(pipes);
    }

    static String name(IpAddress address) {
        return address.toString();
    }

    /// Everyone is a peer of everyone: the first two share an AS (iBGP), the others have their own.
    Map<String, PeerConfig> everyoneBut(SimulatedSpeaker speaker) {
        Map<String, PeerConfig> peers = new TreeMap<>();
        for (SimulatedSpeaker other : speakers) {
            if (!other.address.equals(speaker.address)) {
                peers.put(name(other.address), peer(speaker.address, other.address));
            }
        }
        return peers;
    }

    private static PeerConfig peer(IpAddress from, IpAddress to) {
        return PeerConfig.of(name(to), to, as(from), as(to), from)
                .withFamilies(FamilyConfig.IPV4)
                .withTimes(SessionTimes.ofHold(HOLD));
    }

    private static long as(IpAddress address) {
        return FIRST_AS + Math.max(0, (address.low() & 0xFF) - 2);
    }

    // --- what happens

    /// One piece of work of one connection, if there is any; then the turn of every event loop ends.
    boolean deliver() {
        List<SimulatedPipe> ready = pipes.stream()
                .filter(pipe -> !isCut(pipe.client(), pipe.server()) && pipe.hasWork())
                .toList();
        if (ready.isEmpty()) {
            return false;
        }
        SimulatedPipe pipe = ready.get(random.nextInt(ready.size()));
        pipe.work(listener(pipe.server()), random);
        turn();
        return true;
    }

    private Optional<Consumer<Incoming>> listener(IpAddress server) {
        return speakers.stream()
                .filter(speaker -> speaker.address.equals(server))
                .<Consumer<Incoming>>map(speaker -> speaker::incoming)
                .findFirst();
    }

    private void turn() {
        speakers.forEach(SimulatedSpeaker::turn);
        pipes.removeIf(SimulatedPipe::isOver);
    }

    void pass(Duration time) {
        List.copyOf(pipes).forEach(pipe -> pipe.pass(time.toNanos()));
        speakers.forEach(speaker -> speaker.pass(time.toNanos()));
        turn();
    }

    void cut(SimulatedSpeaker a, SimulatedSpeaker b) {
        cuts.add(Set.of(a.address, b.address));
    }

    void heal(SimulatedSpeaker a, SimulatedSpeaker b) {
        cuts.remove(Set.of(a.address, b.address));
    }

    void healAll() {
        cuts.clear();
    }

    boolean isCut(IpAddress a, IpAddress b) {
        return cuts.contains(Set.of(a, b));
    }

    /// A speaker dies without a word, and another one starts in its place, with the same configuration and routes.
    void replace(SimulatedSpeaker dead) {
        pipes.forEach(pipe -> pipe.lose(dead.address));
        SimulatedSpeaker next = born(dead.address);
        speakers.set(speakers.indexOf(dead), next);
        next.advertise(dead.advertised());
        next.configure(dead.configured());
        turn();
    }

    SimulatedSpeaker any() {
        return speakers.get(random.nextInt(speakers.size()));
    }

    /// Some of twenty prefixes that are the speaker's own.
    Set<Prefix> somePrefixesOf(SimulatedSpeaker speaker) {
        Set<Prefix> some = new HashSet<>();
        IntStream.range(0, 20)
                .filter(_ -> random.nextBoolean())
                .mapToObj(i -> IpAddress.of("198.51." + (speaker.address.low() & 0xFF) + "." + i))
                .forEach(address -> some.add(Prefix.host(address)));
        return some;
    }
}
