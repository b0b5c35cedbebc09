package io.porterlb.manager.model;

import io.porterlb.kube.WriteGate;
import java.util.concurrent.CountDownLatch;

/// Stops a manager at one of its writes, counted from its start. Any thread.
final class StoppingGate implements WriteGate {
    /// Where the process is stopped.
    enum Moment {
        /// For ever, with the write in its hands.
        BEFORE_WRITE,
        /// For ever, before it learns that the API server has answered.
        AFTER_WRITE,
        /// With the write in its hands, until somebody lets it go on.
        PAUSED
    }

    private final Moment moment;
    private final CountDownLatch goOn = new CountDownLatch(1);
    private int left;
    private long writes;
    private boolean stopped;

    /// @param count at which write, from 1
    StoppingGate(Moment moment, int count) {
        this.moment = moment;
        this.left = count;
    }

    @Override
    public boolean isOpen() {
        return passes() || (moment == Moment.PAUSED && resumes());
    }

    private synchronized boolean passes() {
        writes++;
        boolean here = moment == Moment.BEFORE_WRITE || moment == Moment.PAUSED;
        stopped |= here && --left == 0;
        return !stopped;
    }

    private boolean resumes() {
        try {
            goOn.await();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// A call was answered, or failed.
    synchronized void called(String method) {
        boolean here = moment == Moment.AFTER_WRITE && !method.equals("GET");
        stopped |= here && --left == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    synchronized boolean isStopped() {
        return stopped && !isResumed();
    }

    boolean isResumed() {
        return goOn.getCount() == 0;
    }

    /// How many writes were begun so far.
    synchronized long writes() {
        return writes;
    }
}
