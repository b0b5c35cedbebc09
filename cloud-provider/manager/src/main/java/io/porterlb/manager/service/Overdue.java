package io.porterlb.manager.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Says something, once, if what was begun has not ended in time.
final class Overdue implements AutoCloseable {
    private final CompletableFuture<Void> notice;

    private Overdue(CompletableFuture<Void> notice) {
        this.notice = notice;
    }

    /// Begins to wait.
    ///
    /// @param later runs it when it is time, such as {@link CompletableFuture#delayedExecutor}
    /// @param say must not block
    static Overdue at(Executor later, Runnable say) {
        return new Overdue(CompletableFuture.runAsync(say, later));
    }

    /// It has ended: what has not been said by now never is.
    @Override
    public void close() {
        notice.cancel(false);
    }
}
