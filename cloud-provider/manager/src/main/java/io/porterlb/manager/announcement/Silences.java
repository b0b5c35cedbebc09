package io.porterlb.manager.announcement;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How long something has been missing: nobody is told of what is there again after a moment. Made anew by each round
/// of looks. One thread.
///
/// @param <K> what may be missing
final class Silences<K> {
    /// So long it may be missing: a node that dies is noticed, reports come up to 5 s late, and routers may restart.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private Map<K, Long> before = Map.of();
    private Map<K, Long> now = new HashMap<>();
    private Optional<Long> firstSince = Optional.empty(); // of those that are not overdue

    /// @param nanoTime as [System#nanoTime]
    Silences(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Begins a round; what is not found missing in it was there.
    void begin() {
        before = now;
        now = new HashMap<>();
        firstSince = Optional.empty();
    }

    /// It is missing.
    ///
    /// @return whether it has been for too long
    boolean isOverdue(K key) {
        long time = nanoTime.getAsLong();
        long since = before.getOrDefault(key, time);
        now.put(key, since);
        boolean overdue = time - since >= PATIENCE.toNanos();
        if (!overdue && firstSince.filter(first -> first - since <= 0).isEmpty()) {
            firstSince = Optional.of(since);
        }
        return overdue;
    }

    /// When the next one is to be told of; empty if nothing waits for that. One that has become overdue since it was
    /// asked for waits for it too: at once.
    Optional<Duration> next() {
        long time = nanoTime.getAsLong();
        return firstSince.map(since -> Duration.ofNanos(Math.max(0, PATIENCE.toNanos() - (time - since))));
    }
}
