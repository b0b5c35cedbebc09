package io.porterlb.manager.announcement;

import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Services of which it takes their endpoints to tell whether they should be announced. Those that have been so for a
/// while are asked for, by one virtual thread of its own. Made anew by each round of looks; one thread.
final class Doubts implements AutoCloseable {
    private final Silences<ServiceKey> silences;
    private final EndpointLooks looks;
    private final Thread asking;
    private Map<ServiceKey, Boolean> asked = new HashMap<>();
    private Set<ServiceKey> known = Set.of();

    /// @param endpoints {@link io.porterlb.kube.EndpointReader#of}
    /// @param wake called when there is an answer that may change what is said; any thread
    /// @param nanoTime as [System#nanoTime]
    Doubts(Function<ServiceKey, Set<EndpointView>> endpoints, Runnable wake, LongSupplier nanoTime) {
        silences = new Silences<>(nanoTime);
        looks = new EndpointLooks(endpoints, wake, nanoTime);
        asking = Thread.ofVirtual().name("endpoints").start(looks::run);
    }

    /// Begins a round; what is not found in doubt in it is so no more.
    ///
    /// @return the same cluster with the endpoints that are known
    ClusterView begin(ClusterView view) {
        silences.begin();
        asked = new HashMap<>();
        ClusterView with = view.withEndpoints(looks.known());
        known = with.endpoints().keySet();
        return with;
    }

    /// It is in doubt.
    ///
    /// @param told whether it is said to be missing, so that somebody waits for the answer
    /// @return whether nothing is known of its endpoints yet
    boolean isOpen(ServiceKey service, boolean told) {
        if (silences.isOverdue(service) || told) {
            asked.put(service, told);
        }
        return !known.contains(service);
    }

    /// Ends a round.
    ///
    /// @return when to begin the next one though nothing is new; never if empty
    Optional<Duration> end() {
        looks.follow(asked);
        return silences.next();
    }

    @Override
    public void close() {
        asking.interrupt();
    }
}
