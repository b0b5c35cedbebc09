package io.porterlb.manager.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A registry as [Prometheus' text format](https://prometheus.io/docs/instrumenting/exposition_formats/) 0.0.4.
/// The name of a metric there is a name here, with its labels:
/// `rest_client_requests_total{code="200",method="GET"}`. (The bridge of Prometheus' own client can't be used
/// by modules: two of its jars have the same name.)
final class PrometheusText {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private PrometheusText() {}

    /// All counters, and all gauges that are numbers.
    static String of(MetricRegistry registry) {
        Map<String, List<String>> families = new TreeMap<>();
        new TreeMap<>(registry.getMetrics()).forEach((name, metric) -> {
            if (value(metric) instanceof Number number) {
                families.computeIfAbsent(family(name), _ -> new ArrayList<>()).add(name + " " + number + "\n");
            }
        });
        StringBuilder text = new StringBuilder();
        families.forEach((family, samples) -> {
            text.append("# TYPE ")
                    .append(family)
                    .append(' ')
                    .append(type(family))
                    .append('\n');
            samples.forEach(text::append);
        });
        return text.toString();
    }

    private static Object value(Metric metric) {
        return switch (metric) {
            case Counter counter -> counter.getCount();
            case Gauge<?> gauge -> gauge.getValue();
            default -> "";
        };
    }

    private static String family(String name) {
        int labels = name.indexOf('{');
        return labels < 0 ? name : name.substring(0, labels);
    }

    /// By the suffix that a counter must have.
    private static String type(String family) {
        return family.endsWith("_total") ? "counter" : "gauge";
    }
}
