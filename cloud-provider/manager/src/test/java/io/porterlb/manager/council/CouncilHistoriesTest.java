package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.desired.view.CouncilView;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nodes come, go, are lost and come back at random, some can't be spoken to, reports are late, and losses are
/// declared.
class CouncilHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("porterlb.histories", 150);
    private static final int STEPS = 300;
    private static final int ROUNDS = 15;

    static List<Long> seeds() {
        return new SplittableRandom().longs(HISTORIES).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noTwoCouncilsThatMayBeInUseGiveOneAddressTwiceAndInTheEndAllThatLiveDecide(long seed) {
        try {
            run(new CouncilWorld(new SplittableRandom(seed)));
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void run(CouncilWorld world) {
        for (int i = 0; i < STEPS; i++) {
            world.happen();
            write(world);
        }
        world.settle();
        for (int i = 0; i < ROUNDS; i++) {
            world.tellAll();
            write(world);
        }
        CouncilView last = world.nodes.council().orElseThrow();
        assertEquals(new CouncilPlan.Nothing(), world.nodes.plan());
        assertEquals(last.now(), last.previous());
        assertEquals(
                Math.min(7, world.able().size()), last.now().seats().size(), () -> Nodes.text(last) + " of " + world);
        assertTrue(world.able().containsAll(CouncilCheck.names(last.now())), () -> Nodes.text(last));
    }

    private static void write(CouncilWorld world) {
        switch (world.nodes.plan()) {
            case CouncilPlan.Nothing _, CouncilPlan.Stuck _ -> {}
            case CouncilPlan.Found found -> world.written(found.first());
            case CouncilPlan.Change(var seen, var next) -> {
                new CouncilCheck(world, seen, next).check();
                world.written(next);
            }
        }
    }
}
