package io.porterlb.manager.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.manager.serving.Page;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/// What can be counted of the manager, under the names that Kubernetes' own programs use where they count the
/// same. Any thread.
public final class ManagerMetrics {
    private final MetricRegistry registry = new MetricRegistry();

    /// With those of the JVM.
    public ManagerMetrics() {
        JvmMetrics.register(registry);
    }

    /// The page that shows all.
    public Page page() {
        return new Page("/metrics", PrometheusText.TYPE, () -> PrometheusText.of(registry));
    }

    /// A call to the API server was answered.
    ///
    /// @param code HTTP status, or `<error>`
    public void called(String method, String code) {
        registry.counter("rest_client_requests_total{code=\"" + code + "\",method=\"" + method + "\"}")
                .inc();
    }

    /// Whether this process leads.
    ///
    /// @param lease name of the Lease
    public void leader(String lease, BooleanSupplier leads) {
        gauge("leader_election_master_status{name=\"" + lease + "\"}", () -> leads.getAsBoolean() ? 1 : 0);
    }

    /// The queue that brings Services their addresses.
    public void services(KeyedQueue<?> queue) {
        gauge("service_controller_loadbalancer_sync_total", () -> queue.runs());
        queue("service", queue);
    }

    /// A queue of work.
    public void queue(String name, KeyedQueue<?> queue) {
        figure(name, "workqueue_depth", queue, KeyedQueue::depth);
        figure(name, "workqueue_adds_total", queue, KeyedQueue::adds);
        figure(name, "workqueue_retries_total", queue, KeyedQueue::failures);
    }

    private void figure(String name, String metric, KeyedQueue<?> queue, ToLongFunction<KeyedQueue<?>> figure) {
        gauge(metric + "{name=\"" + name + "\"}", () -> figure.applyAsLong(queue));
    }

    private void gauge(String name, Gauge<Number> value) {
        registry.registerGauge(name, value);
    }
}
