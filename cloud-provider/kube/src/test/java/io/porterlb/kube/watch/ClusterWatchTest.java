package io.porterlb.kube.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.desired.view.ClusterView;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClusterWatchTest {
    /// Whoever waited on would wait for ever.
    @Test
    void aViewComesAfterTheLimitThoughNothingIsNew() throws IOException, InterruptedException {
        try (StubApiServer server = new StubApiServer();
                ClusterWatch watch = new ClusterWatch(server.client(), Set.of(), Optional.empty())) {
            assertEquals(ClusterView.EMPTY, watch.next(Optional.of(Duration.ofMillis(1))));
            watch.wake();
            assertEquals(ClusterView.EMPTY, watch.next(Optional.empty()));
        }
    }
}
