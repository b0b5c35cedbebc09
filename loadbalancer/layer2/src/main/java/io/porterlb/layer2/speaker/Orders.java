package io.porterlb.layer2.speaker;

import io.porterlb.layer2.Answer;
import io.porterlb.layer2.net.Wakeup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What the thread of an interface is told by others. For any thread.
final class Orders {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Wakeup wakeup = new Wakeup();
    private volatile List<Answer> wanted = List.of();

    void want(List<Answer> answers) {
        wanted = List.copyOf(answers);
        wakeup.wake();
    }

    List<Answer> wanted() {
        return wanted;
    }

    void end() {
        ended.countDown();
        wakeup.wake();
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
