package io.porterlb.bfd;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.porterlb.test.cluster.network.Link;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// Keeps what a listener hears, for the test to wait for.
final class Recorder implements BfdListener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_FALSE_ALARMS = 5;

    private final BlockingQueue<BfdSessionStatus> heard = new LinkedBlockingQueue<>();

    @Override
    public void up(BfdSessionStatus status) {
        heard.add(status);
    }

    @Override
    public void down(BfdSessionStatus status) {
        heard.add(status);
    }

    /// The next call.
    BfdSessionStatus next() throws InterruptedException {
        BfdSessionStatus status = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(status, "the listener has heard nothing");
        return status;
    }

    /// Cuts the link of a session that is up, and gives what was heard of that. Where the far side had given up before,
    /// since the machine was busy for a Detection Time, it is done again.
    BfdSessionStatus cut(Link link) throws InterruptedException {
        link.cutSilently();
        BfdSessionStatus down = next();
        for (int again = 0;
                again < MOST_FALSE_ALARMS && down.diagnostic() == BfdDiagnostic.NEIGHBOR_SIGNALED_SESSION_DOWN;
                again++) {
            link.restore();
            awaitUp();
            link.cutSilently();
            down = next();
        }
        return down;
    }

    private void awaitUp() throws InterruptedException {
        BfdState state = next().state();
        while (state != BfdState.UP) {
            state = next().state();
        }
    }

    /// How many calls there were that [#next] has not given.
    int waiting() {
        return heard.size();
    }

    /// Waits until the first session is like this.
    static BfdSessionStatus await(BfdSpeaker speaker, Predicate<BfdSessionStatus> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = speaker.status().stream().findFirst().filter(wanted);
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it is not so: " + speaker.status());
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
