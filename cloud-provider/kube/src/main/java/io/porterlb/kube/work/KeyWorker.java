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
/// and `due` are guarded by the queue's lock; the rest belongs to the worker's thread.
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
    private long due; // when what waits became so, of System.nanoTime
    private volatile Optional<Long> begun = Optional.empty(); // likewise, of the task that is being run
    private @Nullable Thread thread;
    private long taken; // `due` of the task that was taken last
    private int failures;

    /// Told of each run.
    interface Outcome {
        void began(Duration waited);

        /// It is over.
        ///
        /// @param done whether it did what it should
        void ended(Duration worked, boolean done);
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
        due = System.nanoTime();
        thread = Thread.ofVirtual().name(queue + " " + key).start(this::work);
    }

    void replace(Task task) {
        if (waiting == null) {
            due = System.nanoTime();
        }
        waiting = task;
        replaced.signal();
    }

    /// For how long the task that is being run has been so.
    Optional<Duration> running() {
        return begun.map(KeyWorker::since);
    }

    private static Duration since(long time) {
        return Duration.ofNanos(System.nanoTime() - time);
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
                Optional<Duration> again = permitted(task);
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
            taken = due;
            if (task == null) {
                whenIdle.run();
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Duration> permitted(Task task) throws InterruptedException {
        permits.acquire();
        long start = System.nanoTime();
        begun = Optional.of(start);
        try {
            outcome.began(Duration.ofNanos(start - taken));
            Optional<Duration> again = run(task);
            outcome.ended(since(start), again.isEmpty());
            return again;
        } finally {
            begun = Optional.empty();
            permits.release();
        }
    }

    /// Runs it, and tells how long to wait before it is run again; empty if it is done.
    private Optional<Duration> run(Task task) throws InterruptedException {
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
        }
    }

    /// Keeps to the pace. A task that is not done waits its turn again, unless a newer one has come meanwhile.
    private void pause(long started, Optional<Duration> again, Task task) throws InterruptedException {
        lock.lock();
        try {
            if (again.isPresent() && waiting == null) {
                waiting = task;
                await(System.nanoTime() + again.get().toNanos(), task);
                due = System.nanoTime();
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
