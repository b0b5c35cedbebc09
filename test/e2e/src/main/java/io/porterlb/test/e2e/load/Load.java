package io.porterlb.test.e2e.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A client that opens a new connection at a fixed pace, whatever became of the earlier ones. What it was too late for
/// itself it leaves out: a hundred at once, after a second in which it got no CPU, would be another load.
///
/// [#run] belongs on a thread of the client's network namespace: the threads that it makes inherit that namespace.
public final class Load {
    /// A new connection this often.
    public static final Duration PACE = Duration.ofMillis(10);

    /// A request without an answer after this time has failed.
    public static final Duration LIMIT = Duration.ofSeconds(1);

    private final HttpShot shot;
    private final Queue<Shot> shots = new ConcurrentLinkedQueue<>();
    private final long began = System.nanoTime();
    private volatile boolean stopped;

    public Load(InetSocketAddress target, String path) {
        this.shot = new HttpShot(target, path, LIMIT);
    }

    /// How long the load has been running: the clock of [Shot#started].
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /// Ends [#run] after the requests that are under way.
    public void stop() {
        stopped = true;
    }

    /// Runs until [#stop].
    public LoadResult run() throws InterruptedException {
        try (ExecutorService threads =
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory())) {
            long next = System.nanoTime();
            while (!stopped) {
                threads.execute(this::fire);
                next = Math.max(next + PACE.toNanos(), System.nanoTime());
                LockSupport.parkNanos(next - System.nanoTime());
            }
            threads.shutdown();
            threads.awaitTermination(LIMIT.toMillis() * 2, TimeUnit.MILLISECONDS);
        }
        return new LoadResult(shots.stream().toList());
    }

    private void fire() {
        Duration started = now();
        try {
            Optional<String> answer = shot.fire();
            add(started, answer, answer.isPresent() ? "" : "another answer than a 200");
        } catch (IOException e) {
            add(started, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private void add(Duration started, Optional<String> answer, String failure) {
        shots.add(new Shot(started, now().minus(started), answer, failure));
    }
}
