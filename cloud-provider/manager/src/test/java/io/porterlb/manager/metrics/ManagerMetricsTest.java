package io.porterlb.manager.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ManagerMetricsTest {
    private final ManagerMetrics metrics = new ManagerMetrics();

    private List<String> lines(String prefix) {
        return metrics.page()
                .text()
                .get()
                .lines()
                .filter(line -> line.contains(prefix))
                .toList();
    }

    @Test
    void callsAreCountedByMethodAndCodeUnderOneType() {
        metrics.called("GET", "200");
        metrics.called("GET", "200");
        metrics.called("POST", "<error>");
        assertEquals(
                List.of(
                        "# TYPE rest_client_requests_total counter",
                        "rest_client_requests_total{code=\"200\",method=\"GET\"} 2",
                        "rest_client_requests_total{code=\"<error>\",method=\"POST\"} 1"),
                lines("rest_client"));
    }

    @Test
    void whoLeadsShows() {
        AtomicBoolean leads = new AtomicBoolean();
        metrics.leader("l", leads::get);
        assertEquals(List.of("leader_election_master_status{name=\"l\"} 0"), lines("status{"));
        leads.set(true);
        assertEquals(List.of("leader_election_master_status{name=\"l\"} 1"), lines("status{"));
    }

    @Test
    void theWorkOfServicesIsCountedAndItsQueueMeasured() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        try (KeyedQueue<String> queue = new KeyedQueue<>("service", 1, Pace.PROMPT)) {
            metrics.services(queue);
            queue.submit("a", () -> {
                began.countDown();
                new CountDownLatch(1).await();
            });
            began.await();
            assertEquals(List.of("workqueue_depth{name=\"service\"} 1"), lines("depth{"));
            assertEquals(List.of("workqueue_adds_total{name=\"service\"} 1"), lines("adds_total{"));
            assertEquals(List.of("workqueue_retries_total{name=\"service\"} 0"), lines("retries_total{"));
            assertEquals(
                    List.of(
                            "# TYPE service_controller_loadbalancer_sync_total counter",
                            "service_controller_loadbalancer_sync_total 0"),
                    lines("loadbalancer_sync"));
        }
    }

    @Test
    void theJvmIsThere() {
        for (String name : List.of("process_cpu_seconds_total", "process_start_time_seconds")) {
            String sample = lines(name).getLast();
            assertTrue(Double.parseDouble(sample.substring(sample.indexOf(' '))) > 0, sample);
        }
        assertEquals(2, lines("jvm_memory_used_bytes").size());
    }
}
