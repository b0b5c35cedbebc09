package io.porterlb.test.architecture.planted.desired;

import java.time.Instant;

public final class PlannerThatReadsTheClock {
    private PlannerThatReadsTheClock() {}

    public static Instant plan() {
        return Instant.now();
    }
}
