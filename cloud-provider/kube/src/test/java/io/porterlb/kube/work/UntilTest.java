package io.porterlb.kube.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UntilTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksUntilTheAnswerIsYes() throws InterruptedException {
        assertTrue(Until.yes(Duration.ofMinutes(1), () -> asked.incrementAndGet() == 3));
        assertEquals(3, asked.get());
    }

    @Test
    void asksOnceWhereThereIsNoTime() throws InterruptedException {
        assertFalse(Until.yes(Duration.ZERO, () -> asked.incrementAndGet() > 1));
        assertEquals(1, asked.get());
    }

    @Test
    void asksOnceMoreWhenTheTimeIsOver() throws InterruptedException {
        assertFalse(Until.yes(Duration.ofMillis(1), () -> asked.incrementAndGet() > 2));
        assertEquals(2, asked.get());
    }
}
