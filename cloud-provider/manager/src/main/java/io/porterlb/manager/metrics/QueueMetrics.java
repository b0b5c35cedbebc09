package io.porterlb.manager.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.QueueListener;
import java.time.Duration;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;

/// What Kubernetes' programs say of a queue of work (`k8s.io/component-base/metrics/prometheus/workqueue`).
final class QueueMetrics implements QueueListener {
    private final MetricRegistry registry;
    private final String label;
    private final KeyedQueue<?> queue;
    private final BucketHistogram waited = BucketHistogram.exponential(10e-9, 10, 10);
    private final BucketHistogram worked = BucketHistogram.exponential(10e-9, 10, 10);

    private QueueMetrics(MetricRegistry registry, String name, KeyedQueue<?> queue) {
        this.registry = registry;
        this.label = "{name=\"" + name + "\"}";
        this.queue = queue;
    }

    static void register(MetricRegistry registry, String name, KeyedQueue<?> queue) {
        QueueMetrics metrics = new QueueMetrics(registry, name, queue);
        metrics.count("depth", KeyedQueue::depth);
        metrics.count("adds_total", KeyedQueue::adds);
        metrics.count("retries_total", KeyedQueue::failures);
        metrics.gauge("unfinished_work_seconds", () -> metrics.running().sum());
        metrics.gauge(
                "longest_running_processor_seconds",
                () -> metrics.running().max().orElse(0));
        registry.register("workqueue_queue_duration_seconds" + metrics.label, metrics.waited);
        registry.register("workqueue_work_duration_seconds" + metrics.label, metrics.worked);
        queue.listen(metrics);
    }

    private void count(String metric, ToLongFunction<KeyedQueue<?>> figure) {
        gauge(metric, () -> figure.applyAsLong(queue));
    }

    private void gauge(String metric, Gauge<Number> value) {
        registry.registerGauge("workqueue_" + metric + label, value);
    }

    private DoubleStream running() {
        return queue.running().stream().mapToDouble(time -> time.toNanos() / 1e9);
    }

    @Override
    public void began(Duration time) {
        waited.observe(time);
    }

    @Override
    public void ended(Duration time) {
        worked.observe(time);
    }
}
