package io.porterlb.manager.metrics;

import com.codahale.metrics.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// How often something took how long, in the buckets that Kubernetes' programs have for it, so that dashboards can add
/// up those of several programs. (The library's own histogram has quantiles, which can't be added.) Any thread.
final class BucketHistogram implements Metric {
    private final double[] bounds; // in seconds, ascending
    private final LongAdder[] counts; // one for each bound, and one for what is above all
    private final DoubleAdder sum = new DoubleAdder();

    private BucketHistogram(double[] bounds) {
        this.bounds = bounds;
        this.counts = Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
    }

    /// @param bounds in seconds, ascending
    static BucketHistogram of(double... bounds) {
        return new BucketHistogram(bounds.clone());
    }

    /// Each bound is so many times the one before.
    static BucketHistogram exponential(double first, double factor, int count) {
        return new BucketHistogram(DoubleStream.iterate(first, bound -> bound * factor)
                .limit(count)
                .toArray());
    }

    void observe(Duration time) {
        double seconds = time.toNanos() / 1e9;
        int at = Arrays.binarySearch(bounds, seconds);
        counts[at < 0 ? -at - 1 : at].increment(); // a bound belongs to its bucket
        sum.add(seconds);
    }

    /// How many took no longer than each bound; the last bound is infinite.
    Map<Double, Long> cumulative() {
        Map<Double, Long> buckets = new LinkedHashMap<>();
        long count = 0;
        for (int i = 0; i < counts.length; i++) {
            count += counts[i].sum();
            buckets.put(i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY, count);
        }
        return buckets;
    }

    /// In seconds.
    double sum() {
        return sum.sum();
    }
}
