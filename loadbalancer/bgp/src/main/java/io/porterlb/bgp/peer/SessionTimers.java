package io.porterlb.bgp.peer;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.porterlb.bgp.fsm.SessionTimer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Runs the timers of one session on its event loop.
final class SessionTimers {
    private static final double LEAST_JITTER = 0.75;

    private final EventExecutor loop;
    private final RandomGenerator random;
    private final Consumer<SessionTimer> expired;
    private final Map<SessionTimer, Running> running = new EnumMap<>(SessionTimer.class);

    private record Running(Duration after, Future<?> expiry) {}

    SessionTimers(EventExecutor loop, RandomGenerator random, Consumer<SessionTimer> expired) {
        this.loop = loop;
        this.random = random;
        this.expired = expired;
    }

    void start(SessionTimer timer, Duration after) {
        stop(timer);
        long nanos = timer.jittered() ? jittered(after.toNanos()) : after.toNanos();
        Future<?> expiry = loop.schedule(() -> expire(timer), nanos, TimeUnit.NANOSECONDS);
        running.put(timer, new Running(after, expiry));
    }

    private long jittered(long nanos) {
        return (long) (nanos * random.nextDouble(LEAST_JITTER, 1));
    }

    /// Starts the timer anew with the duration it has, if it runs.
    void restart(SessionTimer timer) {
        Running old = running.get(timer);
        if (old != null) {
            start(timer, old.after());
        }
    }

    void stop(SessionTimer timer) {
        Running old = running.remove(timer);
        if (old != null) {
            old.expiry().cancel(false);
        }
    }

    void stopAll() {
        running.values().forEach(timer -> timer.expiry().cancel(false));
        running.clear();
    }

    private void expire(SessionTimer timer) {
        running.remove(timer);
        expired.accept(timer);
    }
}
