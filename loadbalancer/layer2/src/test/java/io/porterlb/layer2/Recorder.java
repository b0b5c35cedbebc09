package io.porterlb.layer2;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what a listener hears, for the test to wait for.
final class Recorder implements Layer2Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<AnswerStatus> heard = new LinkedBlockingQueue<>();

    @Override
    public void changed(AnswerStatus status) {
        heard.add(status);
    }

    /// The state that it was told of next.
    AnswerState next() throws InterruptedException {
        AnswerStatus status = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertNotNull(status, "the listener has heard nothing");
        return status.state();
    }

    /// Waits until it is told of this state.
    void await(AnswerState state) throws InterruptedException {
        List<AnswerState> others = new ArrayList<>();
        while (!others.contains(state)) {
            AnswerStatus status = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertNotNull(status, "the listener has heard " + others + " and not " + state);
            others.add(status.state());
        }
    }

    /// How many calls there were that nobody has asked for.
    int waiting() {
        return heard.size();
    }
}
