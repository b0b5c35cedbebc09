package io.porterlb.manager.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    private void timeIsOver() {
        later.forEach(Runnable::run);
    }

    @Test
    void whatHasNotEndedWhenItsTimeIsOverSaysSo() {
        try (Overdue _ = Overdue.at(later::add, () -> said.add("late"))) {
            timeIsOver();
        }
        assertEquals(List.of("late"), said);
    }

    @Test
    void whatHasEndedInTimeSaysNothing() {
        try (Overdue _ = Overdue.at(later::add, () -> said.add("late"))) {
            assertEquals(1, later.size());
        }
        timeIsOver();
        assertEquals(List.of(), said);
    }
}
