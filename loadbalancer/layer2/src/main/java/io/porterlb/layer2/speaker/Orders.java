package io.porterlb.layer2.speaker;

import io.porterlb.layer2.Answer;
import io.porterlb.layer2.net.Wakeup;
import io.porterlb.libc.SystemCallException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// What the thread of an interface is told by others. For any thread.
final class Orders {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Wakeup wakeup = new Wakeup();

    /// Held while something may be said. Fair, as the thread takes it again soon after it has let go of it.
    private final ReentrantLock saying = new ReentrantLock(true);

    private volatile List<Answer> wanted = List.of();

    /// All that is said in one go, by one set of addresses.
    @FunctionalInterface
    interface Turn {
        /// How long there is nothing more after it, in nanoseconds; empty: for ever.
        OptionalLong by(List<Answer> wanted) throws SystemCallException;
    }

    void want(List<Answer> answers) {
        wanted = List.copyOf(answers);
        wakeup.wake();
    }

    List<Answer> wanted() {
        return wanted;
    }

    /// Takes a turn by the last orders.
    OptionalLong carryOut(Turn turn) throws SystemCallException {
        saying.lock();
        try {
            return turn.by(wanted);
        } finally {
            saying.unlock();
        }
    }

    /// Waits until no turn goes on that began before the orders of now, not longer than this.
    ///
    /// @return whether it is so
    boolean prevailWithin(Duration patience) throws InterruptedException {
        boolean prevail = saying.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (prevail) {
            saying.unlock();
        }
        return prevail;
    }

    /// No turn that begins after this says anything.
    void end() {
        ended.countDown();
        want(List.of());
    }

    boolean isOpen() {
        return ended.getCount() > 0;
    }

    /// Waits for the end, not longer than this.
    boolean endWithin(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Ends the wait of the thread, for it to look at everything.
    Wakeup wakeup() {
        return wakeup;
    }
}
