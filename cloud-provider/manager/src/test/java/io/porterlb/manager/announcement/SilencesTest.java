package io.porterlb.manager.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilencesTest {
    private long now;
    private final Silences<String> silences = new Silences<>(() -> now);

    private void at(int seconds) {
        now = Duration.ofSeconds(seconds).toNanos();
        silences.begin();
    }

    @Test
    void nobodyIsToldOfWhatIsMissingForAMoment() {
        at(0);
        assertFalse(silences.isOverdue("a"));
        assertEquals(Optional.of(Silences.PATIENCE), silences.next());
        at(10);
        assertFalse(silences.isOverdue("a"));
        assertEquals(Optional.of(Silences.PATIENCE.minusSeconds(10)), silences.next());
        at(30);
        assertTrue(silences.isOverdue("a"));
        assertEquals(Optional.empty(), silences.next());
    }

    @Test
    void whatBecomesOverdueAfterItWasAskedForIsDueAtOnce() {
        at(0);
        silences.isOverdue("a");
        at(29);
        assertFalse(silences.isOverdue("a"));
        now = Duration.ofSeconds(31).toNanos();
        assertEquals(Optional.of(Duration.ZERO), silences.next());
    }

    @Test
    void theOneThatHasBeenMissingForLongestIsTheNext() {
        at(0);
        silences.isOverdue("a");
        at(10);
        silences.isOverdue("b");
        silences.isOverdue("a");
        assertEquals(Optional.of(Silences.PATIENCE.minusSeconds(10)), silences.next());
    }

    @Test
    void whatWasThereMeanwhileBeginsAnew() {
        at(0);
        assertFalse(silences.isOverdue("a"));
        at(20);
        at(40);
        assertFalse(silences.isOverdue("a"));
    }
}
