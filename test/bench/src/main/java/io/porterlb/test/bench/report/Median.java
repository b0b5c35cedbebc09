package io.porterlb.test.bench.report;

import java.util.List;

/// The middle one of several measurements.
public final class Median {
    private Median() {}

    /// Of an even number, the mean of the two in the middle.
    ///
    /// @throws IllegalArgumentException of none
    public static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurement, so no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
