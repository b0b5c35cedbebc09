package io.porterlb.manager.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import io.porterlb.kube.ApiCall;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.QueueListener;
import io.porterlb.manager.serving.Page;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// What can be counted of the manager, under the names and with the buckets that Kubernetes' own programs have where
/// they count the same (`metrics.go` of each controller in `k8s.io/cloud-provider`, and
/// `k8s.io/component-base/metrics`).
/// Any thread.
public final class ManagerMetrics {
    private final MetricRegistry registry = new MetricRegistry();
    private final Map<String, BucketHistogram> calls = new ConcurrentHashMap<>();
    private final BucketHistogram nodeSyncs =
            registry.register("service_controller_nodesync_latency_seconds", cloudTimes());
    private final BucketHistogram updates =
            registry.register("service_controller_update_loadbalancer_host_latency_seconds", cloudTimes());
    private final BucketHistogram taints =
            registry.register("node_controller_cloud_provider_taint_removal_delay_seconds", nodeTimes());
    private final BucketHistogram initialSyncs =
            registry.register("node_controller_initial_node_sync_delay_seconds", nodeTimes());

    /// With those of the process and the JVM.
    public ManagerMetrics() {
        JvmMetrics.register(registry);
        ProcessMetrics.register(registry);
    }

    private static BucketHistogram cloudTimes() {
        return BucketHistogram.exponential(1, 2, 15);
    }

    private static BucketHistogram nodeTimes() {
        return BucketHistogram.exponential(1, 4, 6);
    }

    /// The page that shows all.
    public Page page() {
        return new Page("/metrics", PrometheusText.TYPE, () -> PrometheusText.of(registry));
    }

    /// A call to the API server has ended.
    public void called(ApiCall call) {
        String host = "host=\"" + call.host() + "\"";
        registry.counter("rest_client_requests_total{code=\"" + call.code() + "\"," + host + ",method=\""
                        + call.method() + "\"}")
                .inc();
        calls.computeIfAbsent(
                        "rest_client_request_duration_seconds{" + host + ",verb=\"" + call.method() + "\"}",
                        name -> registry.register(name, callTimes()))
                .observe(call.time());
    }

    private static BucketHistogram callTimes() {
        return BucketHistogram.of(0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60);
    }

    /// Whether this process leads.
    ///
    /// @param lease name of the Lease
    public void leader(String lease, BooleanSupplier leads) {
        gauge("leader_election_master_status{name=\"" + lease + "\"}", () -> leads.getAsBoolean() ? 1 : 0);
    }

    /// A controller that runs while this process leads.
    ///
    /// @param name such as `service`
    public void controller(String name, BooleanSupplier leads) {
        String labels = "{manager=\"cloud-controller-manager\",name=\"" + name + "\"}";
        gauge("running_managed_controllers" + labels, () -> leads.getAsBoolean() ? 1 : 0);
    }

    /// The queues that bring Services their addresses, and their load balancers other nodes.
    public void services(KeyedQueue<?> services, KeyedQueue<?> nodes) {
        gauge("service_controller_loadbalancer_sync_total", () -> services.runs() + nodes.runs());
        gauge("service_controller_nodesync_error_total", nodes::failures);
        queue("service", services);
        queue("node", nodes);
        nodes.listen(new QueueListener() {
            @Override
            public void ended(Duration worked) {
                updates.observe(worked);
            }
        });
    }

    /// All load balancers have other nodes, after so long.
    public void nodesSynced(Duration time) {
        nodeSyncs.observe(time);
    }

    /// A Node has lost the taint `uninitialized`, and has its addresses.
    ///
    /// @param age of the Node
    public void initialized(Duration age) {
        taints.observe(age);
        initialSyncs.observe(age);
    }

    /// A queue of work.
    public void queue(String name, KeyedQueue<?> queue) {
        QueueMetrics.register(registry, name, queue);
    }

    private void gauge(String name, Gauge<Number> value) {
        registry.registerGauge(name, value);
    }
}
