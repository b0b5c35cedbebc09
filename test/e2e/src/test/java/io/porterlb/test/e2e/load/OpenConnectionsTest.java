package io.porterlb.test.e2e.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.test.cluster.ClusterExtension;
import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.process.Await;
import io.porterlb.test.e2e.Echo;
import io.porterlb.test.e2e.pods.PodProcess;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("cluster")
class OpenConnectionsTest {
    private static final int COUNT = 100;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RegisterExtension
    static final ClusterExtension CLUSTER = ClusterExtension.shared(spec -> spec);

    @Test
    void stayOpenOverAPauseAndBreakWhenTheProgramInThePodIsKilled(KubernetesCluster cluster) {
        InetSocketAddress echo = Echo.start(cluster);
        PodProcess program = PodProcess.of(cluster, "default", "echo", "echo");
        OpenConnectionsResult paused = connectionsDuring(cluster, echo, () -> pauseASecond(program));
        assertEquals(0, paused.broken().size(), paused.toString());
        assertTrue(paused.longestWait().compareTo(Duration.ofMillis(900)) > 0, paused.toString());
        assertTrue(paused.answers() >= 2 * COUNT, paused.toString());
        OpenConnectionsResult killed = connectionsDuring(cluster, echo, program::kill);
        assertEquals(COUNT, killed.broken().size(), killed.toString());
        Await.until(LIMIT, () -> restarts(cluster) == 1);
        PodProcess next = PodProcess.of(cluster, "default", "echo", "echo");
        assertTrue(next.isAlive() && !next.id().equals(program.id()), program + ", " + next);
        Echo.delete(cluster);
    }

    private static OpenConnectionsResult connectionsDuring(
            KubernetesCluster cluster, InetSocketAddress echo, Runnable event) {
        OpenConnections open = OpenConnections.open(cluster.fabric().client(), echo, COUNT);
        event.run();
        Await.until(Duration.ofSeconds(1), () -> false);
        return open.close();
    }

    private static void pauseASecond(PodProcess program) {
        program.pause();
        Await.until(Duration.ofMillis(1200), () -> false);
        program.resume();
    }

    private static int restarts(KubernetesCluster cluster) {
        String path = "jsonpath={.status.containerStatuses[?(@.ready==true)].restartCount}";
        String count = cluster.kubectl("get", "pod", "echo", "-o", path);
        return count.isEmpty() ? 0 : Integer.parseInt(count);
    }
}
