package io.porterlb.program.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Whether the main loop of a program still goes round. Waiting for something to do is well, however long; doing one
/// thing for longer than [#LIMIT] is not. The loop's thread says what it does; any thread asks.
public final class Rounds {
    /// A round takes milliseconds; this is far beyond what a starved machine makes of it.
    static final Duration LIMIT = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();
    private volatile boolean first;

    public Rounds(InstantSource clock) {
        this.clock = clock;
    }

    /// Runs one round.
    public void round(Runnable work) {
        since.set(clock.instant());
        try {
            work.run();
        } finally {
            since.set(null);
            first = true;
        }
    }

    /// Fails while a round takes too long.
    public Check live() {
        return new Check("loop", this::stuck);
    }

    /// Fails until the first round is done.
    ///
    /// @param why what it waits for, as a sentence
    public Check ready(Supplier<String> why) {
        return new Check("first-round", () -> first ? Optional.empty() : Optional.of(why.get()));
    }

    private Optional<String> stuck() {
        Instant began = since.get();
        if (began == null || Duration.between(began, clock.instant()).compareTo(LIMIT) <= 0) {
            return Optional.empty();
        }
        return Optional.of("The main loop has been busy with one view of the cluster since " + began + ".");
    }
}
