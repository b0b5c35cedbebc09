package io.porterlb.manager.announcement;

import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Asks for the endpoints of some Services, since to watch all of them would wake the manager's loop with every change
/// of any: one Service at a time, four a second at most, and each ever more rarely while the answer stays the same.
/// Any thread; [#run] needs one of its own.
final class EndpointLooks {
    private static final Logger LOG = System.getLogger(EndpointLooks.class.getName());
    private static final Duration TURN = Duration.ofMillis(250);

    private final Function<ServiceKey, Set<EndpointView>> endpoints;
    private final Runnable onNews;
    private final LongSupplier nanoTime;
    private final Map<ServiceKey, Look> looks = new HashMap<>(); // guarded by this
    private final Semaphore followed = new Semaphore(0);
    private boolean failing; // of the thread that takes turns

    /// @param endpoints {@link io.porterlb.kube.EndpointReader#of}
    /// @param onNews called when [#known] may have changed in a way that matters
    /// @param nanoTime as [System#nanoTime]
    EndpointLooks(Function<ServiceKey, Set<EndpointView>> endpoints, Runnable onNews, LongSupplier nanoTime) {
        this.endpoints = endpoints;
        this.onNews = onNews;
        this.nanoTime = nanoTime;
    }

    /// Has these Services be asked for, and forgets all others.
    ///
    /// @param services and whether each is said to be missing already
    synchronized void follow(Map<ServiceKey, Boolean> services) {
        looks.keySet().retainAll(services.keySet());
        services.forEach((key, told) -> looks.computeIfAbsent(key, _ -> Look.first(told, nanoTime.getAsLong())));
        followed.release();
    }

    /// The endpoints of those that there has been an answer for, as of then; those that look alike are one.
    synchronized Map<ServiceKey, List<EndpointView>> known() {
        Map<ServiceKey, List<EndpointView>> known = new HashMap<>();
        looks.forEach((key, look) -> look.found().ifPresent(found -> known.put(key, List.copyOf(found))));
        return known;
    }

    /// Takes turns until interrupted.
    void run() {
        try {
            while (true) {
                awaitDue();
                turn();
                Thread.sleep(TURN); // waits for nothing: so many questions a second are the most
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until somebody is to be asked for. Not at the monitor: a virtual thread that waits for a time there may
    /// wait for ever (JDK-8373120, until 25.0.4).
    private void awaitDue() throws InterruptedException {
        for (long left = left(); left > 0; left = left()) {
            if (followed.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                followed.drainPermits();
            }
        }
    }

    /// How long until the first is due, in nanoseconds; for ever if there is none.
    private synchronized long left() {
        long now = nanoTime.getAsLong();
        return looks.values().stream()
                .mapToLong(look -> -look.overdue(now))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /// Asks for the Service that has been due for longest, if one is.
    void turn() {
        next().ifPresent(this::look);
    }

    private synchronized Optional<ServiceKey> next() {
        long now = nanoTime.getAsLong();
        return looks.entrySet().stream()
                .filter(entry -> entry.getValue().overdue(now) >= 0)
                .max(Comparator.comparingLong(entry -> entry.getValue().overdue(now)))
                .map(Entry::getKey);
    }

    private void look(ServiceKey service) {
        try {
            if (learn(service, endpoints.apply(service))) {
                onNews.run();
            }
            failing = false;
        } catch (RuntimeException e) { // of the API server, mostly
            putOff(service);
            complain(e);
        }
    }

    private synchronized boolean learn(ServiceKey service, Set<EndpointView> found) {
        Look before = looks.get(service);
        looks.computeIfPresent(service, (_, look) -> look.answered(found, nanoTime.getAsLong()));
        return before != null && before.isNews(found);
    }

    private synchronized void putOff(ServiceKey service) {
        looks.computeIfPresent(service, (_, look) -> look.failed(nanoTime.getAsLong()));
    }

    /// Once, until there is an answer again.
    private void complain(RuntimeException why) {
        if (!failing) {
            LOG.log(
                    Level.WARNING,
                    "Whether Services with externalTrafficPolicy: Local should be announced can't be seen, and is tried"
                            + " again. If it is forbidden, upgrade the Helm chart, or apply porterlb.yaml again. "
                            + why);
        }
        failing = true;
    }
}
