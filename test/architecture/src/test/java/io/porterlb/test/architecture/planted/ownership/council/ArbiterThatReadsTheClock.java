package io.porterlb.test.architecture.planted.ownership.council;

public final class ArbiterThatReadsTheClock {
    private ArbiterThatReadsTheClock() {}

    public static long heardAt() {
        return System.nanoTime();
    }
}
