package io.porterlb.manager.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Says something, once, if what was begun has not ended in time. Says it on a thread of the JDK's own.
final class Overdue implements AutoCloseable {
    private final CompletableFuture<Void> notice;

    private Overdue(CompletableFuture<Void> notice) {
        this.notice = notice;
    }

    /// Begins to wait. What is said must not block.
    static Overdue after(Duration time, Runnable say) {
        return new Overdue(CompletableFuture.runAsync(
                say, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)));
    }

    /// It has ended: what has not been said by now never is.
    @Override
    public void close() {
        notice.cancel(false);
    }
}
