package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.ownership.Lease;
import io.porterlb.ownership.OwnershipStatus;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The looks are half a second apart; here they are made by hand.
class StandingTest {
    private final AtomicInteger told = new AtomicInteger();
    private final Standing standing = new Standing(Optional::empty, told::incrementAndGet);

    private void look(long generation, boolean inForce) {
        standing.look(new OwnershipStatus(true, generation, inForce, new Lease(Set.of(), 0), 0));
    }

    @Test
    void aCouncilIsInForceWhenItHasBeenSoForASecond() {
        look(1, true);
        look(1, true);
        look(1, true);
        assertEquals(new Standing.State(1, false, true), standing.state());
        look(1, true);
        assertEquals(new Standing.State(1, true, true), standing.state());
        assertEquals(2, told.get()); // of the generation, and of that
    }

    @Test
    void anotherCouncilOrADoubtBeginsTheSecondAnew() {
        for (int i = 0; i < 4; i++) {
            look(1, true);
        }
        look(2, true);
        assertEquals(new Standing.State(2, false, true), standing.state());
        for (int i = 0; i < 3; i++) {
            look(2, true);
        }
        look(2, false);
        assertEquals(new Standing.State(2, false, true), standing.state());
    }
}
