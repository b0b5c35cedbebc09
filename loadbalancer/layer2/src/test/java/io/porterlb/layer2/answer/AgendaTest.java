package io.porterlb.layer2.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {
    private final Agenda agenda = new Agenda();

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 5, Long.MAX_VALUE, Long.MIN_VALUE})
    void earliestCountsAlsoWhereTheClockOverflows(long now) {
        agenda.add(now + 20);
        agenda.add(now + 10);
        agenda.add(now + 30);
        assertEquals(OptionalLong.of(10), agenda.until(now));
        assertFalse(agenda.isPast(now + 9));
        assertTrue(agenda.isPast(now + 10));
        assertEquals(OptionalLong.of(0), agenda.until(now + 11));
        agenda.set(LongStream.of(now + 40, now + 20));
        assertEquals(OptionalLong.of(20), agenda.until(now));
    }

    @Test
    void nothingIsNeverDue() {
        agenda.add(1);
        agenda.set(LongStream.empty());
        assertFalse(agenda.isPast(100));
        assertEquals(OptionalLong.empty(), agenda.until(100));
    }
}
