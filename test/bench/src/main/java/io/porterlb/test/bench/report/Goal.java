package io.porterlb.test.bench.report;

import java.util.OptionalDouble;

/// What a figure should be.
///
/// @param most at most this; empty where there is no goal
/// @param lessIsBetter which way is better
public record Goal(OptionalDouble most, boolean lessIsBetter) {
    public static final Goal LESS = new Goal(OptionalDouble.empty(), true);
    public static final Goal MORE = new Goal(OptionalDouble.empty(), false);

    public static Goal atMost(double value) {
        return new Goal(OptionalDouble.of(value), true);
    }

    boolean isMet(double value) {
        return most.isEmpty() || value <= most.getAsDouble();
    }

    /// The better one of two.
    double better(double a, double b) {
        return lessIsBetter ? Math.min(a, b) : Math.max(a, b);
    }
}
