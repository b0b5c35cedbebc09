package io.porterlb.test.fuzz;

/// A property that does not hold.
final class Check {
    private Check() {}

    /// Throws, with the value in its text, if the property does not hold.
    static void that(boolean holds, String what, Object value) {
        if (!holds) {
            throw new AssertionError(what + ": " + value);
        }
    }
}
