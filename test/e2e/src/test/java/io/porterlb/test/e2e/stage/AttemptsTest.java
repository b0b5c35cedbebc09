package io.porterlb.test.e2e.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final AtomicInteger made = new AtomicInteger();

    private void spoiledUntil(int good) {
        int now = made.incrementAndGet();
        Attempts.expect(now >= good, () -> "it was number " + now);
    }

    @Test
    void aTrialThatIsSpoiledIsMadeAgain() {
        Attempts.run(() -> spoiledUntil(3));
        assertEquals(3, made.get());
    }

    @Test
    void thriceIsEnough() {
        AssertionError error = assertThrows(AssertionError.class, () -> Attempts.run(() -> spoiledUntil(4)));
        assertTrue(String.valueOf(error.getMessage()).endsWith("it was number 3"), error.getMessage());
        assertEquals(3, made.get());
    }

    @Test
    void whatMayNeverBeFailsAtOnce() {
        assertThrows(
                AssertionError.class,
                () -> Attempts.run(() -> {
                    made.incrementAndGet();
                    throw new AssertionError("two answer at a time");
                }));
        assertEquals(1, made.get());
    }
}
