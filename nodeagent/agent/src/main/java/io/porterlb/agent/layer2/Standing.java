package io.porterlb.agent.layer2;

import io.porterlb.ownership.OwnershipStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Watches which council this node knows, and whether older ones are out of use: who makes the next one has to know
/// that it has been so for a second (see [io.porterlb.ownership.Configuration]).
final class Standing {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS_OF_A_SECOND = 3; // the first of them may come just after it began

    private final Supplier<Optional<OwnershipStatus>> status;
    private final Runnable news;
    private final Thread thread = Thread.ofVirtual().name("layer2 standing").unstarted(this::run);
    private volatile State state = new State(0, false, true);
    private int looks;

    /// @param generation of the council; 0 for none
    /// @param inForce whether no older one has been in use for a second
    /// @param running whether the thread that keeps the leases runs
    record State(long generation, boolean inForce, boolean running) {}

    Standing(Supplier<Optional<OwnershipStatus>> status, Runnable news) {
        this.status = status;
        this.news = news;
    }

    /// Begins; if it has already, it goes on.
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    State state() {
        return state;
    }

    private void run() {
        news.run();
        try {
            while (true) {
                Thread.sleep(LOOK);
                status.get().ifPresent(this::look);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    void look(OwnershipStatus now) {
        boolean same = now.inForce() && now.generation() == state.generation();
        looks = same ? looks + 1 : 0;
        State next = new State(now.generation(), looks >= LOOKS_OF_A_SECOND, now.running());
        if (!next.equals(state)) {
            state = next;
            news.run();
        }
    }

    void close() {
        thread.interrupt();
    }
}
