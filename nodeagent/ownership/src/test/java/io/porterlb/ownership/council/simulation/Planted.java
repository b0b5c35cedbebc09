package io.porterlb.ownership.council.simulation;

import java.util.List;

/// A fault that must show in random histories.
///
/// @param name what is wrong
record Planted(String name, Faults faults) {
    static List<Planted> all() {
        return List.of(
                new Planted("the clock is read before the message is received", Faults.CLOCK_READ_BEFORE_RECEIVING),
                new Planted("clocks differ by more than the margin", Faults.CLOCKS_BEYOND_THE_MARGIN),
                new Planted("the witness gives its word to both", Faults.FALSE_WITNESS));
    }

    /// How many nodes; a witness has a say among two only.
    int size(long seed) {
        return faults.falseWitness() ? 2 : 3 + (int) (seed % 5);
    }

    @Override
    public String toString() {
        return name;
    }
}
