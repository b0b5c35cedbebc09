package io.porterlb.manager.service;

import io.porterlb.desired.view.ServiceKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// From when load balancers are to have other nodes until the last of them has them. Any thread.
final class NodeWalk {
    private final Consumer<Duration> listener;
    private final long begun = System.nanoTime();
    private final Set<ServiceKey> left = new HashSet<>();
    private boolean complete;

    /// @param listener told once, if it comes to an end: the next one may overtake it
    NodeWalk(Consumer<Duration> listener) {
        this.listener = listener;
    }

    /// One of them; nothing to a walk that is complete.
    synchronized void add(ServiceKey service) {
        if (!complete) {
            left.add(service);
        }
    }

    synchronized void done(ServiceKey service) {
        if (left.remove(service) && complete) {
            look();
        }
    }

    /// There are no more than these.
    synchronized void complete() {
        if (!complete) {
            complete = true;
            look();
        }
    }

    private void look() {
        if (left.isEmpty()) {
            listener.accept(Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
