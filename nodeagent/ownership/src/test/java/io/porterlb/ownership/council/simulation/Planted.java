package io.porterlb.ownership.council.simulation;

import java.util.List;

/// A fault that must show.
///
/// @param name what is wrong
record Planted(String name, Faults faults) {
    static List<Planted> all() {
        long third = Simulation.SECOND / 3;
        return List.of(
                new Planted(
                        "an arbiter grants at once after a restart",
                        new Faults(10 * Simulation.SECOND, 0, 0.05, false, false, false)),
                new Planted(
                        "the clock is read before the message is received",
                        new Faults(0, third, 0.05, false, false, false)),
                new Planted("clocks differ by more than the margin", new Faults(0, 0, 0.3, false, false, false)),
                new Planted(
                        "configurations follow each other before they are in force",
                        new Faults(0, 0, 0.05, true, false, false)),
                new Planted("a node starts with an old configuration", new Faults(0, 0, 0.05, false, true, false)),
                new Planted("the witness gives its word to both", new Faults(0, 0, 0.05, false, false, true)));
    }

    /// How many nodes; a witness has a say among two only.
    int size(long seed) {
        return faults.falseWitness() ? 2 : 3 + (int) (seed % 4);
    }

    @Override
    public String toString() {
        return name;
    }
}
