package io.porterlb.test.bench.bgp;

import io.porterlb.test.bench.report.Figure;
import io.porterlb.test.bench.report.Median;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// All measurements of a run.
final class Results {
    static final String OURS = "PorterLB";

    private final Map<Measure, Map<String, List<Double>>> values = new EnumMap<>(Measure.class);

    void add(Measure measure, String announcer, double value) {
        values.computeIfAbsent(measure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(announcer, _ -> new ArrayList<>())
                .add(value);
    }

    void addTime(Measure measure, String announcer, long nanos) {
        add(measure, announcer, (double) nanos / TimeUnit.MILLISECONDS.toNanos(1));
    }

    /// The medians, in the order of [Measure]; without what was not measured of ours.
    List<Figure> figures() {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(OURS))
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// What is known of one, in a line, to look at while the others run.
    String summary(String announcer) {
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(announcer))
                .map(entry -> entry.getKey() + " "
                        + String.format(
                                Locale.ROOT, "%.1f", Median.of(entry.getValue().getOrDefault(announcer, List.of())))
                        + " " + entry.getKey().unit())
                .collect(Collectors.joining(", ", announcer + ": ", ""));
    }

    private static Figure figure(Measure measure, Map<String, List<Double>> all) {
        Map<String, Double> medians = new LinkedHashMap<>();
        all.forEach((announcer, list) -> medians.put(announcer, Median.of(list)));
        double ours = Objects.requireNonNull(medians.remove(OURS));
        return new Figure("bgp", measure.toString(), ours, measure.unit(), measure.goal(), medians);
    }
}
