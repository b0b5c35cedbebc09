package io.porterlb.bgp.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.net.SimulatedPipe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Many speakers, whose network loses them, cuts them off and holds them up at random, while they are reconfigured and
/// their routes change. After every event: nobody says what a correct speaker never says, no pair has more than two
/// connections that both sides hold, and nobody thinks to be in touch with one that has been cut off for longer than
/// the hold time. At the end, when all is well again, everyone knows exactly what everyone announces.
class SimulationTest {
    private static final int SPEAKERS = 5;
    private static final int EVENTS = 4000;

    /// A message that was on its way before the cut, and the pace of the simulated clock.
    private static final Duration SLACK = Duration.ofSeconds(3);

    private final Map<Set<IpAddress>, Duration> cutFor = new HashMap<>();

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.concat(LongStream.range(0, 12), LongStream.range(first, first + 4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyoneEndsUpKnowingWhatEveryoneAnnounces(long seed) {
        Random random = new Random(seed);
        SimulatedNetwork network = new SimulatedNetwork(SPEAKERS, random);
        for (int event = 0; event < EVENTS; event++) {
            happen(network, random);
            check(network, "seed " + seed + ", event " + event);
        }
        calmDown(network);
        check(network, "seed " + seed + ", at the end");
        network.speakers().forEach(speaker -> assertKnowsAll(network, speaker, "seed " + seed));
    }

    private void happen(SimulatedNetwork network, Random random) {
        switch (random.nextInt(100)) {
            case 0, 1, 2 -> routesChange(network);
            case 3 -> cut(network);
            case 4, 5 -> heal(network);
            case 6 -> network.replace(network.any());
            case 7 -> reconfigure(network, random);
            case 8, 9, 10, 11, 12 -> pass(network, Duration.ofMillis(random.nextInt(1, 3000)));
            case 13, 14, 15, 16, 17, 18, 19 -> pass(network, Duration.ofMillis(random.nextInt(1, 50)));
            default -> network.deliver();
        }
    }

    private static void routesChange(SimulatedNetwork network) {
        SimulatedSpeaker speaker = network.any();
        speaker.advertise(network.somePrefixesOf(speaker));
        speaker.turn();
    }

    private static void cut(SimulatedNetwork network) {
        SimulatedSpeaker a = network.any();
        SimulatedSpeaker b = network.any();
        if (a != b) {
            network.cut(a, b);
        }
    }

    private void heal(SimulatedNetwork network) {
        SimulatedSpeaker a = network.any();
        SimulatedSpeaker b = network.any();
        if (a != b) {
            network.heal(a, b);
            cutFor.remove(Set.of(a.address, b.address));
        }
    }

    /// A peer is removed, shut down, or all are as they should be.
    private static void reconfigure(SimulatedNetwork network, Random random) {
        SimulatedSpeaker speaker = network.any();
        Map<String, PeerConfig> peers = new TreeMap<>(network.everyoneBut(speaker));
        String one = List.copyOf(peers.keySet()).get(random.nextInt(peers.size()));
        switch (random.nextInt(4)) {
            case 0 -> peers.remove(one);
            case 1 -> peers.computeIfPresent(one, (_, peer) -> peer.withShutdown(Optional.of("maintenance")));
            default -> {}
        }
        speaker.configure(peers);
        speaker.turn();
    }

    private void pass(SimulatedNetwork network, Duration time) {
        network.pass(time);
        for (SimulatedSpeaker a : network.speakers()) {
            for (SimulatedSpeaker b : network.speakers()) {
                if (a.address.compareTo(b.address) < 0 && network.isCut(a.address, b.address)) {
                    cutFor.merge(Set.of(a.address, b.address), time, Duration::plus);
                }
            }
        }
    }

    /// Everything is mended, and time goes on in small steps until nothing is left to say.
    private void calmDown(SimulatedNetwork network) {
        cutFor.clear();
        network.healAll();
        network.speakers().forEach(speaker -> speaker.configure(network.everyoneBut(speaker)));
        for (int second = 0; second < 120; second++) {
            while (network.deliver()) {
                // until all is delivered
            }
            network.pass(Duration.ofMillis(500));
        }
        while (network.deliver()) {
            // the last keepalives
        }
    }

    private void check(SimulatedNetwork network, String when) {
        for (SimulatedSpeaker speaker : network.speakers()) {
            assertEquals(List.of(), speaker.complaints(), when);
            network.speakers().stream()
                    .filter(other -> other != speaker)
                    .forEach(other -> assertNotDeceived(speaker, other, when));
        }
        assertFewConnections(network, when);
    }

    private void assertNotDeceived(SimulatedSpeaker speaker, SimulatedSpeaker other, String when) {
        Duration cut = cutFor.getOrDefault(Set.of(speaker.address, other.address), Duration.ZERO);
        if (cut.compareTo(SimulatedNetwork.HOLD.plus(SLACK)) > 0) {
            assertTrue(
                    !speaker.isUp(SimulatedNetwork.name(other.address)),
                    when + ": " + speaker.address + " thinks that it is in touch with " + other.address);
        }
    }

    private static void assertFewConnections(SimulatedNetwork network, String when) {
        Map<Set<IpAddress>, Integer> held = new HashMap<>();
        for (SimulatedPipe pipe : network.pipes()) {
            if (pipe.isHeldByBoth()) {
                held.merge(Set.of(pipe.client(), pipe.server()), 1, Integer::sum);
            }
        }
        held.forEach((pair, count) ->
                assertTrue(count <= 2, when + ": " + count + " connections between " + pair + ": " + network.pipes()));
    }

    private static void assertKnowsAll(SimulatedNetwork network, SimulatedSpeaker speaker, String when) {
        for (SimulatedSpeaker other : network.speakers()) {
            if (other != speaker) {
                String name = SimulatedNetwork.name(other.address);
                assertTrue(
                        speaker.isUp(name),
                        when + ": " + speaker.address + " is not in touch: " + speaker.status(name));
                assertEquals(
                        other.advertised(),
                        speaker.heardFrom(name),
                        when + ": what " + speaker.address + " has heard from " + name);
                assertEquals(
                        other.advertised().size(),
                        other.status(SimulatedNetwork.name(speaker.address))
                                .orElseThrow()
                                .routesSent(),
                        when);
            }
        }
    }
}
