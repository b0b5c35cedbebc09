package io.porterlb.manager.service;

import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.work.RetryAfterException;
import io.porterlb.kube.work.Task;

/// A sync, tried until the API server has given an answer. An answer that shows that it was worked out from an outdated
/// view ends it too, after the delay that was asked for: the loop then works out what is due. The address that it takes
/// counts as taken as long as it runs.
final class SyncTask implements Task {
    /// What a sync does.
    @FunctionalInterface
    interface Work {
        void run() throws RetryAfterException;
    }

    private final ServiceKey service;
    private final Work work;
    private final Assumptions assumptions;
    private final Runnable wake;
    private boolean outdated;

    /// @param wake makes the loop look again
    SyncTask(ServiceKey service, Work work, Assumptions assumptions, Runnable wake) {
        this.service = service;
        this.work = work;
        this.assumptions = assumptions;
        this.wake = wake;
    }

    @Override
    public void run() throws RetryAfterException {
        if (!outdated) {
            work();
        }
        assumptions.end(service);
        wake.run();
    }

    private void work() throws RetryAfterException {
        try {
            assumptions.tryAgain(service);
            work.run();
        } catch (RetryAfterException e) {
            outdated = true;
            throw e;
        } catch (RuntimeException | Error e) { // the queue tries again after either
            assumptions.failed(service);
            throw e;
        }
    }
}
