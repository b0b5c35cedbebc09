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
    void coversQuestionsFromItsBeginOnAnswersUntilItsEnd(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin);
        assertTrue(lease.covers(begin, begin));
        assertTrue(lease.covers(begin + 98, begin + 99));
        assertFalse(lease.covers(begin - 1, begin), "asked before");
        assertFalse(lease.covers(begin + 50, begin + 100), "answered after");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 150, Long.MAX_VALUE})
    void extendedInTimeItIsTheSame(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin).extended(begin + 300, begin + 99);
        assertEquals(new Lease(begin, begin + 300), lease);
        assertTrue(lease.covers(begin, begin + 299));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 150, Long.MAX_VALUE})
    void extendedTooLateItIsAnotherThatDoesNotCoverWhatWaited(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin).extended(begin + 300, begin + 100);
        assertFalse(lease.covers(begin + 50, begin + 150));
        assertTrue(lease.covers(begin + 100, begin + 150));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void isEndedByAnEndThatIsPast(long begin) {
        Lease lease = Lease.over(begin).extended(begin + 100, begin).extended(begin + 10, begin + 10);
        assertFalse(lease.holds(begin + 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE, Long.MIN_VALUE})
    void withoutEndItCoversAllThatComes(long begin) {
        Lease lease = Lease.withoutEnd(begin);
        assertTrue(lease.covers(begin, begin));
        assertTrue(lease.covers(begin + Long.MAX_VALUE / 4, begin + Long.MAX_VALUE / 4));
        assertFalse(Lease.over(begin).covers(begin, begin));
    }
}
