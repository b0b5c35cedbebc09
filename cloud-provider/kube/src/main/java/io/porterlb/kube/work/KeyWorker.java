package io.porterlb.kube.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The one thread that works on one key of a [KeyedQueue], as long as there is something to do for it. `waiting`
/// is guarded by the queue's lock; the rest belongs to the worker's thread.
final class KeyWorker {
    private static final Logger LOG = System.getLogger(KeyWorker.class.getName());

    private final String key;
    private final Pace pace;
    private final Semaphore permits;
    private final ReentrantLock lock;
    private final Condition replaced;
    private final Outcome outcome;
    private final Runnable whenIdle;
    private @Nullable Task waiting;
    private @Nullable Thread thread;
    private int failures;

    /// Told of each run, whether it did what it should.
    interface Outcome {
        void ran(boolean done);
    }

    KeyWorker(String key, Pace pace, Semaphore permits, ReentrantLock lock, Outcome outcome, Runnable whenIdle) {
        this.key = key;
        this.pace = pace;
        this.permits = permits;
        this.lock = lock;
        this.replaced = lock.newCondition();
        this.outcome = outcome;
        this.whenIdle = whenIdle;
    }

    void start(String queue, Task first) {
        waiting = first;
        thread = Thread.ofVirtual().name(queue + " " + key).start(this::work);
    }

    void replace(Task task) {
        waiting = task;
        replaced.signal();
    }

    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void work() {
        try {
            for (Task task = next(); task != null; task = next()) {
                long started = System.nanoTime();
                Optional<Duration> again = run(task);
                outcome.ran(again.isEmpty());
                pause(started, again, task);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the queue is closed: nothing is left to do
        }
    }

    /// The task to run now; none ends this worker, and a later submit starts another.
    private @Nullable Task next() {
        lock.lock();
        try {
            Task task = waiting;
            waiting = null;
            if (task == null) {
                whenIdle.run();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /// Runs it, and tells how long to wait before it is run again; empty if it is done.
    private Optional<Duration> run(Task task) throws InterruptedException {
        permits.acquire();
        try {
            task.run();
            failures = 0;
            return Optional.empty();
        } catch (InterruptedException e) {
            throw e;
        } catch (RetryAfterException e) {
            LOG.log(Level.INFO, () -> key + " will be tried again in " + e.delay() + ": " + e.getMessage());
            return Optional.of(e.delay());
        } catch (Exception | Error e) { // a worker that an Error ends would take its key along for good
            failures++;
            LOG.log(Level.WARNING, () -> key + " failed " + failures + " time(s) and will be tried again: " + e);
            return Optional.of(
                    pace.retryAfter(failures, ThreadLocalRandom.current().nextDouble()));
        } finally {
            permits.release();
        }
    }

    /// Keeps to the pace. A task that is not done waits its turn again, unless a newer one has come meanwhile.
    private void pause(long started, Optional<Duration> again, Task task) throws InterruptedException {
        lock.lock();
        try {
            if (again.isPresent() && waiting == null) {
                waiting = task;
                await(System.nanoTime() + again.get().toNanos(), task);
            }
            await(started + pace.interval().toNanos(), null);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until then; where a task is given, only as long as it is still the one that waits.
    private void await(long end, @Nullable Task only) throws InterruptedException {
        long left = end - System.nanoTime();
        while (left > 0 && (only == null || only.equals(waiting))) {
            left = replaced.awaitNanos(left);
        }
    }
}
