package io.porterlb.bfd.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bfd.BfdDiagnostic;
import io.porterlb.bfd.BfdState;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two machines talk to one another over a path that loses and delays packets.
class SimulationTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final long[] INTERVALS = {50, 100, 300, 1000, 3000};

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.concat(LongStream.range(0, 60), LongStream.range(first, first + 20));
    }

    private static SessionSettings settings(Random random) {
        long tx = INTERVALS[random.nextInt(INTERVALS.length)];
        long rx = INTERVALS[random.nextInt(INTERVALS.length)];
        Intervals intervals = Intervals.of(Duration.ofMillis(tx), Duration.ofMillis(rx));
        return new SessionSettings(intervals, 2 + random.nextInt(4), false);
    }

    private static SimulatedPath started(Random random) {
        SimulatedPath path = new SimulatedPath(random, settings(random), settings(random));
        path.left.on(new SessionEvent.AdminUp());
        path.right.on(new SessionEvent.AdminUp());
        return path;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void intervalsChangeAgainAndAgainAndTheSessionStaysUp(long seed) {
        Random random = new Random(seed);
        SimulatedPath path = started(random);
        path.run(LONG);
        assertTrue(path.isUp());
        for (int i = 0; i < 40; i++) {
            SimulatedPath.End end = random.nextBoolean() ? path.left : path.right;
            end.on(new SessionEvent.SettingsChanged(settings(random)));
            path.run(Duration.ofMillis(random.nextInt(random.nextBoolean() ? 200 : 9000)));
        }
        path.run(LONG);
        assertEquals(List.of(BfdState.UP), afterUp(path.left), path.left.history.toString());
        assertEquals(List.of(BfdState.UP), afterUp(path.right), path.right.history.toString());
        assertAgreed(path.left, path.right);
        assertAgreed(path.right, path.left);
    }

    private static List<BfdState> afterUp(SimulatedPath.End end) {
        return end.history.subList(end.history.indexOf(BfdState.UP), end.history.size());
    }

    private static void assertAgreed(SimulatedPath.End sender, SimulatedPath.End receiver) {
        assertEquals(sender.session.settings().intervals(), sender.session.announced());
        assertEquals(sender.session.announced(), sender.session.inUse());
        assertEquals(Poll.IDLE, sender.session.poll());
        assertEquals(sender.session.transmitInterval(), receiver.session.receiveInterval());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cutPathIsNoticedByBothAndComesBack(long seed) {
        Random random = new Random(seed);
        SimulatedPath path = started(random);
        path.run(LONG);
        Duration longest = longest(path.left, path.right).plusNanos(SimulatedPath.MAX_DELAY);
        path.loss = 1;
        path.run(longest);
        for (SimulatedPath.End end : List.of(path.left, path.right)) {
            assertEquals(BfdState.DOWN, end.session.state(), end.name);
            assertEquals(BfdDiagnostic.CONTROL_DETECTION_TIME_EXPIRED, end.session.diagnostic(), end.name);
        }
        path.loss = 0;
        path.run(LONG);
        assertTrue(path.isUp());
    }

    private static Duration longest(SimulatedPath.End one, SimulatedPath.End two) {
        Duration first = one.session.detectionTime().orElseThrow();
        Duration second = two.session.detectionTime().orElseThrow();
        return first.compareTo(second) > 0 ? first : second;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensWithLossItIsUpWhenAllIsWell(long seed) {
        Random random = new Random(seed);
        SimulatedPath path = started(random);
        for (int i = 0; i < 60; i++) {
            path.loss = random.nextDouble();
            SimulatedPath.End end = random.nextBoolean() ? path.left : path.right;
            end.on(
                    switch (random.nextInt(4)) {
                        case 0 -> new SessionEvent.AdminDown();
                        case 1 -> new SessionEvent.SettingsChanged(settings(random));
                        default -> new SessionEvent.AdminUp();
                    });
            path.run(Duration.ofMillis(random.nextInt(4000)));
        }
        path.loss = 0;
        path.left.on(new SessionEvent.AdminUp());
        path.right.on(new SessionEvent.AdminUp());
        path.run(LONG.multipliedBy(2));
        assertTrue(path.isUp());
        assertAgreed(path.left, path.right);
        assertAgreed(path.right, path.left);
    }
}
