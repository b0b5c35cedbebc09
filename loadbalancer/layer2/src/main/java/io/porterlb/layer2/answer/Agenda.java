package io.porterlb.layer2.answer;

import java.util.OptionalLong;
import java.util.stream.LongStream;

/// The earliest of the times at which something is due, so that not all addresses are asked at each turn. If one was
/// put off meanwhile it may be too early, until it is past and all are asked again.
final class Agenda {
    private OptionalLong earliest = OptionalLong.empty();

    void add(long due) {
        earliest = OptionalLong.of(earliest.isPresent() ? earlier(earliest.getAsLong(), due) : due);
    }

    boolean isPast(long now) {
        return earliest.isPresent() && earliest.getAsLong() - now <= 0;
    }

    /// These are all the times that there are.
    void set(LongStream all) {
        earliest = all.reduce(Agenda::earlier);
    }

    /// In nanoseconds, at least 0; empty if there is nothing.
    OptionalLong until(long now) {
        return earliest.stream().map(due -> Math.max(0, due - now)).findFirst();
    }

    private static long earlier(long one, long other) {
        return one - other <= 0 ? one : other;
    }
}
