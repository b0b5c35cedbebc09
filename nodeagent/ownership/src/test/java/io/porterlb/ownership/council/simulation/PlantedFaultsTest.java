package io.porterlb.ownership.council.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A simulation that finds nothing proves something only if it finds what is there.
class PlantedFaultsTest {
    private static final int HISTORIES = 100;

    @ParameterizedTest
    @MethodSource("io.porterlb.ownership.council.simulation.Planted#all")
    void isSeen(Planted fault) {
        long found = LongStream.range(0, HISTORIES)
                .filter(seed -> overlaps(seed, fault))
                .count();
        System.out.println(fault + ": seen in " + found + " of " + HISTORIES + " histories");
        assertTrue(found > 0, fault.toString());
    }

    private static boolean overlaps(long seed, Planted fault) {
        Simulation world =
                new Simulation(seed, fault.size(seed), 6, fault.faults().falseWitness(), fault.faults());
        new Chaos(world).run(60);
        return !world.overlaps().isEmpty();
    }
}
