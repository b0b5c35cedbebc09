package io.porterlb.kube.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/// Runs tasks on virtual threads: for one key one at a time, and only the newest that waits; for different keys side by
/// side, up to a limit. No task is lost: it runs until it succeeds or a newer one for its key replaces it.
///
/// Safe for use from any thread; [#submit] never blocks.
///
/// @param <K> what is worked on, with value equality
public final class KeyedQueue<K> implements AutoCloseable {
    private final String name;
    private final Pace pace;
    private final Semaphore permits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, KeyWorker> workers = new HashMap<>();
    private final LongAdder adds = new LongAdder();
    private final LongAdder runs = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final List<QueueListener> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    /// @param name appears in logs and thread names
    /// @param parallel how many keys are worked on at once, at least 1
    public KeyedQueue(String name, int parallel, Pace pace) {
        this.name = name;
        this.pace = pace;
        this.permits = new Semaphore(parallel);
    }

    /// Runs the task for this key as soon as may be; a task for the key that still waits is dropped for it.
    public void submit(K key, Task task) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            adds.increment();
            KeyWorker worker = workers.get(key);
            if (worker == null) {
                worker = new KeyWorker(key + "", pace, permits, lock, new Figures(), () -> workers.remove(key));
                workers.put(key, worker);
                worker.start(name, task);
            } else {
                worker.replace(task);
            }
        } finally {
            lock.unlock();
        }
    }

    /// What its workers tell of themselves.
    private final class Figures implements KeyWorker.Outcome {
        @Override
        public void began(Duration waited) {
            listeners.forEach(listener -> listener.began(waited));
        }

        @Override
        public void ended(Duration worked, boolean done) {
            runs.increment();
            if (!done) {
                failures.increment();
            }
            listeners.forEach(listener -> listener.ended(worked));
        }
    }

    /// Has a listener hear of every task from now on.
    public void listen(QueueListener listener) {
        listeners.add(listener);
    }

    /// For how long each task that is being run has been so.
    public List<Duration> running() {
        lock.lock();
        try {
            return workers.values().stream()
                    .flatMap(worker -> worker.running().stream())
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /// Keys that are worked on, or wait for it, now.
    public long depth() {
        lock.lock();
        try {
            return workers.size();
        } finally {
            lock.unlock();
        }
    }

    /// Tasks that were submitted so far.
    public long adds() {
        return adds.sum();
    }

    /// How often a task was run so far.
    public long runs() {
        return runs.sum();
    }

    /// How often a run failed so far; each is followed by another.
    public long failures() {
        return failures.sum();
    }

    /// Takes no further tasks and interrupts those that run.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            workers.values().forEach(KeyWorker::stop);
        } finally {
            lock.unlock();
        }
    }
}
