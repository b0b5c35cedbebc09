package io.porterlb.manager.metrics;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.time.Instant;

/// What the JVM says of itself without the module java.management, which would be in the image for this alone.
final class JvmMetrics {
    private JvmMetrics() {}

    static void register(MetricRegistry registry) {
        Runtime runtime = Runtime.getRuntime();
        gauge(registry, "jvm_memory_used_bytes{area=\"heap\"}", () -> runtime.totalMemory() - runtime.freeMemory());
        gauge(registry, "jvm_memory_committed_bytes{area=\"heap\"}", runtime::totalMemory);
        gauge(registry, "jvm_memory_max_bytes{area=\"heap\"}", runtime::maxMemory);
        gauge(registry, "process_cpu_seconds_total", JvmMetrics::cpuSeconds);
        gauge(registry, "process_start_time_seconds", JvmMetrics::startSeconds);
    }

    private static void gauge(MetricRegistry registry, String name, Gauge<Number> value) {
        registry.registerGauge(name, value);
    }

    private static double cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(d -> d.toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static long startSeconds() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(Instant::getEpochSecond)
                .orElse(0L);
    }
}
