package io.porterlb.manager.metrics;

import com.codahale.metrics.Counter;
import com.codahale.metrics.Gauge;
import com.codahale.metrics.Metric;
import com.codahale.metrics.MetricRegistry;
import java.math.BigDecimal;
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

    /// All counters and histograms, and all gauges that are numbers.
    static String of(MetricRegistry registry) {
        Map<String, List<String>> families = new TreeMap<>();
        new TreeMap<>(registry.getMetrics()).forEach((name, metric) -> {
            List<String> samples = samples(Series.of(name), metric);
            if (!samples.isEmpty()) {
                families.computeIfAbsent(head(Series.of(name).family(), metric), _ -> new ArrayList<>())
                        .addAll(samples);
            }
        });
        StringBuilder text = new StringBuilder();
        families.forEach((head, samples) -> {
            text.append(head).append('\n');
            samples.forEach(sample -> text.append(sample).append('\n'));
        });
        return text.toString();
    }

    /// A gauge whose name says so is a counter that is kept elsewhere.
    private static String head(String family, Metric metric) {
        String type = metric instanceof BucketHistogram ? "histogram" : family.endsWith("_total") ? "counter" : "gauge";
        return "# TYPE " + family + " " + type;
    }

    private static List<String> samples(Series series, Metric metric) {
        return switch (metric) {
            case Counter counter -> List.of(series + " " + counter.getCount());
            case Gauge<?> gauge when gauge.getValue() instanceof Number number -> List.of(series + " " + number);
            case BucketHistogram histogram -> samples(series, histogram);
            default -> List.of();
        };
    }

    private static List<String> samples(Series series, BucketHistogram histogram) {
        List<String> samples = new ArrayList<>();
        long count = 0;
        for (Map.Entry<Double, Long> bucket : histogram.cumulative().entrySet()) {
            count = bucket.getValue();
            samples.add(series.suffixed("_bucket").labelled("le", bound(bucket.getKey())) + " " + count);
        }
        samples.add(series.suffixed("_sum") + " " + histogram.sum());
        samples.add(series.suffixed("_count") + " " + count);
        return samples;
    }

    private static String bound(double seconds) {
        return Double.isInfinite(seconds)
                ? "+Inf"
                : BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
    }
}
