package io.porterlb.test.bench.report;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// One result of a run.
///
/// @param bench the benchmark's name
/// @param name what was measured
/// @param value ours
/// @param unit of all values
/// @param goal what it should be
/// @param compared the same of others, by their names; those that can't do it are missing
public record Figure(String bench, String name, double value, String unit, Goal goal, Map<String, Double> compared) {
    public Figure {
        compared = Collections.unmodifiableMap(new TreeMap<>(compared));
    }

    public boolean ok() {
        return goal.isMet(value);
    }

    /// Ours by the best of the others; empty without others.
    public OptionalDouble ratio() {
        OptionalDouble best =
                compared.values().stream().mapToDouble(Double::doubleValue).reduce(goal::better);
        return best.isPresent() ? OptionalDouble.of(value / best.getAsDouble()) : OptionalDouble.empty();
    }
}
