package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.cluster.fabric.Topology;
import io.porterlb.test.e2e.lifecycle.UnderTraffic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/// Something is done to a cluster while a client on the nodes' segment uses an address, and an observer there notes who
/// answers for it.
///
/// @param open how many connections the client keeps open
public record Trial(KubernetesCluster cluster, String address, int open) {
    /// What was seen of it.
    ///
    /// @param began when the deed was begun
    public record Seen(UnderTraffic.Seen client, Answers answers, Instant began) {
        @Override
        public String toString() {
            return "%d of %d requests lost, longest gap %d ms; %d of %d open connections broken; answers: %s"
                    .formatted(
                            client.load().failures(),
                            client.load().requests(),
                            client.load().longestGap().toMillis(),
                            client.connections().broken().size(),
                            client.connections().connections(),
                            answers.since(began));
        }
    }

    /// The client is there from a second before until two seconds after.
    public Seen during(Runnable deed) {
        var traffic = new UnderTraffic(cluster.namespace(Topology.NEIGHBOR), Map.of(address, address), open);
        var began = new AtomicReference<>(Instant.EPOCH);
        Observer observer = Observer.start(cluster, List.of(address));
        UnderTraffic.Seen client;
        try (observer) {
            client = traffic.during(() -> {
                        began.set(Instant.now());
                        deed.run();
                    })
                    .getFirst();
        }
        return new Seen(client, observer.answers(address), began.get());
    }
}
