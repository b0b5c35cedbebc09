package io.porterlb.test.cluster.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Does independent work at the same time, on threads of its own.
public final class Parallel {
    private Parallel() {}

    /// Does it for each item; returns when all have ended. The first item's failure is thrown, with those of others as
    /// suppressed ones.
    public static <T> void each(Collection<T> items, Consumer<T> work) {
        run(items.stream().<Runnable>map(item -> () -> work.accept(item)).toList());
    }

    /// The same for so many items at once, in their order.
    public static <T> void each(Collection<T> items, int atOnce, Consumer<T> work) {
        run(
                items.stream().<Runnable>map(item -> () -> work.accept(item)).toList(),
                Executors.newFixedThreadPool(atOnce));
    }

    /// Does all of it; returns when all have ended.
    public static void run(List<Runnable> work) {
        run(work, Executors.newVirtualThreadPerTaskExecutor());
    }

    private static void run(List<Runnable> work, ExecutorService executor) {
        try (var threads = executor) {
            List<Future<?>> futures = new ArrayList<>();
            work.forEach(part -> futures.add(threads.submit(part)));
            collect(futures);
        }
    }

    private static void collect(List<Future<?>> futures) {
        RuntimeException failure = null;
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (ExecutionException e) {
                failure = first(failure, Objects.requireNonNull(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException first(@org.jspecify.annotations.Nullable RuntimeException before, Throwable now) {
        if (now instanceof Error error) {
            throw error;
        }
        RuntimeException failure = (RuntimeException) now;
        if (before == null) {
            return failure;
        }
        before.addSuppressed(failure);
        return before;
    }
}
