package io.porterlb.agent.layer2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    private static final Standing.State AWAY = new Standing.State(1, false, true);
    private static final Standing.State BACK = new Standing.State(1, true, true);

    private final Arrival arrival = new Arrival(0);

    @Test
    void aNodeHasArrivedWhenTheCouncilIsInForceForIt() {
        assertTrue(arrival.missing(AWAY, 0).isPresent());
        assertEquals(Optional.empty(), arrival.missing(BACK, 1));
    }

    @Test
    void whatHappensLaterHoldsUpNoUpdate() {
        assertEquals(Optional.empty(), arrival.missing(BACK, 1));
        assertEquals(Optional.empty(), arrival.missing(AWAY, 2));
    }

    @Test
    void aCouncilThatDoesNotComeIsNotWaitedForForEver() {
        assertTrue(arrival.missing(AWAY, Arrival.PATIENCE.toNanos() - 1).isPresent());
        assertEquals(Optional.empty(), arrival.missing(AWAY, Arrival.PATIENCE.toNanos()));
    }
}
