package io.porterlb.ownership.council.simulation;

/// What is wrong on purpose.
///
/// @param forgottenStart how long ago an arbiter that starts believes to have started, in nanoseconds
/// @param staleClock how old a time is that is taken for that of a received message, in nanoseconds
/// @param drift by which share clocks may be fast or slow
/// @param hastyWriter whether configurations follow each other before they are in force
/// @param oldConfiguration whether a node that starts has the first configuration, not the newest
/// @param falseWitness whether the witness gives its word to everybody
record Faults(
        long forgottenStart,
        long staleClock,
        double drift,
        boolean hastyWriter,
        boolean oldConfiguration,
        boolean falseWitness) {
    static final Faults NONE = new Faults(0, 0, 0.05, false, false, false);
    static final Faults GRANTS_AT_ONCE_AFTER_START = new Faults(10 * Simulation.SECOND, 0, 0.05, false, false, false);
    static final Faults CLOCK_READ_BEFORE_RECEIVING = new Faults(0, Simulation.SECOND / 3, 0.05, false, false, false);
    static final Faults CLOCKS_BEYOND_THE_MARGIN = new Faults(0, 0, 0.3, false, false, false);
    static final Faults HASTY_WRITER = new Faults(0, 0, 0.05, true, false, false);
    static final Faults OLD_CONFIGURATION = new Faults(0, 0, 0.05, false, true, false);
    static final Faults FALSE_WITNESS = new Faults(0, 0, 0.05, false, false, true);
}
