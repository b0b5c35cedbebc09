package io.porterlb.ownership.council.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seeded random histories; the seed stands in the message of a failure. More of them:
/// `mvn -Dtest.jvm.more=-Dporterlb.histories=2000 -pl nodeagent/ownership -am test`.
class ChaosTest {
    static final int HISTORIES = Integer.getInteger("porterlb.histories", 60);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 9})
    void twoNodesNeverAnswerForOneAddressAndInTheEndEachIsAnsweredFor(int size) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            check(new Simulation(seed, size, 6, false, Faults.NONE), "seed " + seed + ", nodes " + size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void soItIsWithAWitness(int size) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            check(new Simulation(seed, size, 6, true, Faults.NONE), "seed " + seed + ", nodes " + size);
        }
    }

    private static void check(Simulation world, String which) {
        Chaos chaos = new Chaos(world);
        chaos.run(60);
        assertEquals(List.of(), world.overlaps(), which);
        chaos.calm();
        world.run(6 * Simulation.SECOND);
        assertEquals(List.of(), Chaos.unowned(world), which);
        var owners = world.owners();
        world.run(2 * Simulation.SECOND);
        assertEquals(owners, world.owners(), "moved without a reason, " + which);
        assertEquals(List.of(), world.overlaps(), which);
    }
}
