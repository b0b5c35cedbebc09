package io.porterlb.porterctl.uninstall;

import io.porterlb.kube.KubeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Works on several things side by side, for clusters with thousands of Services.
final class Several {
    /// As many calls as one client may have under way without being unfair to others.
    private static final int AT_ONCE = 8;

    private Several() {}

    /// Returns when all are worked on. After the first that throws, no further one is begun.
    static <T> void each(List<T> things, Consumer<T> work) throws InterruptedException {
        try (ExecutorService workers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> running = new ArrayList<>();
            things.forEach(thing -> running.add(workers.submit(() -> work.accept(thing))));
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (ExecutionException e) {
                workers.shutdownNow();
                throw e.getCause() instanceof KubeException known ? known : new IllegalStateException(e.getCause());
            }
        }
    }
}
