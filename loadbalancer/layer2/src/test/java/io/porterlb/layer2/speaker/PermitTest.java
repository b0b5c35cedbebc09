package io.porterlb.layer2.speaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.layer2.answer.Lease;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PermitTest {
    private static final long LONG = Duration.ofMinutes(5).toNanos();

    @Test
    void leaseThatIsExtendedInTimeIsNoNews() {
        long now = System.nanoTime();
        assertFalse(new Permit(new Lease(0, now + LONG)).until(now + 2 * LONG, now));
    }

    @Test
    void leaseThatIsOverIsFollowedByAnother() {
        long now = System.nanoTime();
        Permit permit = new Permit(new Lease(0, now - 1));
        assertTrue(permit.until(now + LONG, now));
        assertEquals(1, permit.lease().number());
    }

    /// As by a thread that read the clock and then got no CPU for a while: who has seen it over waits to
    /// be woken.
    @Test
    void leaseThatIsExtendedWhenItMayHaveBeenSeenOverIsNews() {
        long now = System.nanoTime();
        Permit permit = new Permit(new Lease(0, now - 1));
        assertTrue(permit.until(now + LONG, now - 2));
        assertEquals(0, permit.lease().number());
    }
}
