package io.porterlb.program.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Rounds rounds = new Rounds(now::get);

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private Optional<String> live() {
        return rounds.live().trouble().get();
    }

    @Test
    void waitingIsWell() {
        rounds.round(() -> {});
        pass(Duration.ofDays(1));
        assertEquals(Optional.empty(), live());
    }

    @Test
    void aRoundThatTakesTooLongIsNot() {
        rounds.round(() -> {
            pass(Rounds.LIMIT);
            assertEquals(Optional.empty(), live());
            pass(Duration.ofSeconds(1));
            assertTrue(live().orElseThrow().contains("1970-01-01T00:00:00Z"));
        });
        assertEquals(Optional.empty(), live());
    }

    @Test
    void readyAfterTheFirstRound() {
        Check ready = rounds.ready(() -> "Nothing is listed yet.");
        assertEquals(Optional.of("Nothing is listed yet."), ready.trouble().get());
        rounds.round(() -> {});
        assertEquals(Optional.empty(), ready.trouble().get());
    }
}
