package io.porterlb.kube.election;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Many candidates with clocks that start anywhere and run at different speeds, which are stopped for any time,
/// in the middle of a write too, whose watches and answers are late or lost: never are two gates open at once.
class SimulationTest {
    private static final long FIRST_SEED = new SplittableRandom().nextLong(1_000_000_000);
    private static final int SEEDS = 200;
    private static final long HOUR = 3_600_000;

    private static long ledInAll;
    private static long transitionsInAll;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverAreTwoGatesOpenAtOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StoredLease lease = new StoredLease();
        List<SimulatedProcess> processes = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            processes.add(new SimulatedProcess("p" + i, random.split(), lease));
        }
        long led = 0;
        for (long now = 0; now < HOUR; now += 1 + random.nextInt(500)) {
            for (SimulatedProcess process : processes) {
                process.run(now);
                led += openGates(processes, now, seed);
            }
        }
        ledInAll += led;
        transitionsInAll += lease.transitions();
    }

    /// Or the rule would hold for nobody. One history may well be without a transition.
    @AfterAll
    static void someLedAndWereFollowed() {
        assertTrue(
                ledInAll > SEEDS && transitionsInAll > SEEDS, ledInAll + " led, " + transitionsInAll + " transitions");
    }

    private static long openGates(List<SimulatedProcess> processes, long now, long seed) {
        List<String> open = processes.stream()
                .filter(p -> p.isOpen(now))
                .map(SimulatedProcess::toString)
                .toList();
        assertTrue(open.size() <= 1, () -> "seed " + seed + " at " + now + " ms: " + open);
        return open.size();
    }
}
