package io.porterlb.test.e2e.layer2;

import io.porterlb.test.cluster.KubernetesCluster;
import io.porterlb.test.e2e.layer2.Answers.Reign;
import io.porterlb.test.e2e.stage.Wait;
import java.time.Duration;
import java.util.List;

/// Who answers for an address.
public final class Owner {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);

    private Owner() {}

    /// Waits until one answers for half a second, and no other.
    ///
    /// @return the node
    public static String await(KubernetesCluster cluster, String address) {
        List<Reign> reigns =
                Wait.untilValue(LIMIT, () -> look(cluster, address, LOOK).reigns(), found -> found.size() == 1);
        if (reigns.size() != 1) {
            throw new IllegalStateException("not one node answers for " + address + " but " + reigns);
        }
        return reigns.getFirst().who();
    }

    /// Who answers in a while.
    public static Answers look(KubernetesCluster cluster, String address, Duration time) {
        Observer observer = Observer.start(cluster, List.of(address));
        try (observer) {
            Wait.until(time, () -> false);
        }
        return observer.answers(address);
    }
}
