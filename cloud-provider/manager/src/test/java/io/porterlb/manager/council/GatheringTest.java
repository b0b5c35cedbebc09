package io.porterlb.manager.council;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final CouncilPlan ALONE =
            Nodes.named("a").node(Nodes.node("b")).plan();

    private long now = Long.MAX_VALUE - 5;
    private final Gathering gathering = new Gathering(() -> now);

    private Optional<Duration> after(int seconds, CouncilPlan plan) {
        now += seconds * 1_000_000_000L;
        return gathering.rest(plan);
    }

    @Test
    void theFirstCouncilWaitsTenSecondsFromTheFirstAgentForTheOthers() {
        assertEquals(Optional.empty(), after(0, Nodes.named("").plan()));
        assertEquals(Optional.of(Duration.ofSeconds(10)), after(60, ALONE));
        assertEquals(Optional.of(Duration.ofSeconds(3)), after(7, ALONE));
        assertEquals(Optional.empty(), after(3, ALONE));
        assertEquals(Optional.empty(), after(1, ALONE));
    }

    @Test
    void itWaitsNoMoreWhenAllTakePart() {
        after(0, ALONE);
        assertEquals(Optional.empty(), after(1, Nodes.named("ab").plan()));
    }

    @Test
    void whereThereIsACouncilNothingIsWaitedFor() {
        after(0, ALONE);
        CouncilPlan change =
                Nodes.named("ab").council(1, "a", "a").reports("a", 1, true).plan();
        assertEquals(Optional.empty(), after(1, change));
        assertEquals(Optional.of(Duration.ofSeconds(10)), after(30, ALONE));
    }
}
