package io.porterlb.layer2.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clock may stand anywhere, its overflow included.
class LeaseTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, Long.MAX_VALUE - 50, Long.MAX_VALUE, Long.MIN_VALUE, -100})
    void holdsUntilItsEnd(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin);
        assertTrue(lease.holds(begin));
        assertTrue(lease.holds(begin + 99));
        assertFalse(lease.holds(begin + 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 150, Long.MAX_VALUE})
    void extendedInTimeItIsTheSame(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin);
        assertEquals(new Lease(lease.number(), begin + 300), lease.extended(begin + 300, begin + 99));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 150, Long.MAX_VALUE})
    void extendedTooLateItIsAnother(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin);
        assertEquals(new Lease(lease.number() + 1, begin + 300), lease.extended(begin + 300, begin + 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void isEndedByAnEndThatIsPast(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin).extended(begin + 10, begin + 10);
        assertFalse(lease.holds(begin + 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE, Long.MIN_VALUE})
    void withoutEndItHoldsOn(long begin) {
        assertTrue(Lease.withoutEnd(begin).holds(begin + Long.MAX_VALUE / 4));
        assertFalse(Lease.over(begin).holds(begin));
    }
}
