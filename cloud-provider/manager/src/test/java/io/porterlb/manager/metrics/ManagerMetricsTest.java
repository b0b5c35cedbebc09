package io.porterlb.manager.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.kube.ApiCall;
import io.porterlb.kube.work.KeyedQueue;
import io.porterlb.kube.work.Pace;
import io.porterlb.kube.work.Until;
import java.time.Duration;
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
        metrics.called(new ApiCall("GET", "h:1", "200", Duration.ofMillis(5)));
        metrics.called(new ApiCall("GET", "h:1", "200", Duration.ofSeconds(61)));
        metrics.called(new ApiCall("POST", "h:1", "<error>", Duration.ZERO));
        assertEquals(
                List.of(
                        "# TYPE rest_client_requests_total counter",
                        "rest_client_requests_total{code=\"200\",host=\"h:1\",method=\"GET\"} 2",
                        "rest_client_requests_total{code=\"<error>\",host=\"h:1\",method=\"POST\"} 1"),
                lines("rest_client_requests_total"));
        assertEquals(
                List.of(
                        "rest_client_request_duration_seconds_bucket{host=\"h:1\",verb=\"GET\",le=\"0.005\"} 1",
                        "rest_client_request_duration_seconds_bucket{host=\"h:1\",verb=\"GET\",le=\"60\"} 1",
                        "rest_client_request_duration_seconds_bucket{host=\"h:1\",verb=\"GET\",le=\"+Inf\"} 2",
                        "rest_client_request_duration_seconds_sum{host=\"h:1\",verb=\"GET\"} 61.005",
                        "rest_client_request_duration_seconds_count{host=\"h:1\",verb=\"GET\"} 2"),
                lines("verb=\"GET\"").stream()
                        .filter(line -> !line.contains("le=") || line.matches(".*le=\"(0.005|60|.Inf)\".*"))
                        .toList());
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
        try (KeyedQueue<String> queue = new KeyedQueue<>("service", 1, Pace.PROMPT);
                KeyedQueue<String> nodes = new KeyedQueue<>("node", 1, Pace.PROMPT)) {
            metrics.services(queue, nodes);
            queue.submit("a", () -> {
                began.countDown();
                new CountDownLatch(1).await();
            });
            began.await();
            assertEquals(List.of("workqueue_depth{name=\"service\"} 1"), lines("depth{name=\"service"));
            assertEquals(List.of("workqueue_adds_total{name=\"service\"} 1"), lines("adds_total{name=\"service"));
            assertEquals(List.of("workqueue_retries_total{name=\"service\"} 0"), lines("retries_total{name=\"service"));
            assertEquals(
                    List.of(
                            "# TYPE service_controller_loadbalancer_sync_total counter",
                            "service_controller_loadbalancer_sync_total 0"),
                    lines("loadbalancer_sync"));
            assertEquals(
                    List.of("workqueue_queue_duration_seconds_count{name=\"service\"} 1"),
                    lines("queue_duration_seconds_count{name=\"service"));
            String running =
                    lines("longest_running_processor_seconds{name=\"service").getFirst();
            assertTrue(Double.parseDouble(running.substring(running.indexOf(' '))) > 0, running);
        }
    }

    @Test
    void anUpdateOfNodesIsCountedAndTimed() throws InterruptedException {
        try (KeyedQueue<String> services = new KeyedQueue<>("service", 1, Pace.PROMPT);
                KeyedQueue<String> nodes = new KeyedQueue<>("node", 1, Pace.PROMPT)) {
            metrics.services(services, nodes);
            nodes.submit("a", () -> {});
            String counted = "service_controller_update_loadbalancer_host_latency_seconds_count 1";
            assertTrue(Until.yes(
                    Duration.ofSeconds(30), () -> lines("host_latency").contains(counted)));
            assertEquals(
                    "service_controller_loadbalancer_sync_total 1",
                    lines("loadbalancer_sync_total ").getLast());
        }
        metrics.nodesSynced(Duration.ofSeconds(3));
        assertEquals(
                List.of("service_controller_nodesync_latency_seconds_bucket{le=\"4\"} 1"),
                lines("nodesync_latency_seconds_bucket{le=\"4\""));
    }

    @Test
    void theAgeOfANodeThatIsInitializedIsCounted() {
        metrics.initialized(Duration.ofSeconds(17));
        for (String name : List.of("cloud_provider_taint_removal_delay", "initial_node_sync_delay")) {
            String bucket = "node_controller_" + name + "_seconds_bucket{le=\"";
            assertEquals(List.of(bucket + "16\"} 0"), lines(bucket + "16\""));
            assertEquals(List.of(bucket + "64\"} 1"), lines(bucket + "64\""));
        }
    }

    @Test
    void aControllerRunsWhereItsManagerLeads() {
        metrics.controller("service", () -> true);
        assertEquals(
                List.of("running_managed_controllers{manager=\"cloud-controller-manager\",name=\"service\"} 1"),
                lines("running_managed_controllers{"));
    }

    @Test
    void theProcessIsThere() {
        for (String name : List.of("resident_memory_bytes", "virtual_memory_bytes", "open_fds", "max_fds")) {
            String sample = lines("process_" + name + " ").getLast();
            assertTrue(Double.parseDouble(sample.substring(sample.indexOf(' '))) > 0, sample);
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
