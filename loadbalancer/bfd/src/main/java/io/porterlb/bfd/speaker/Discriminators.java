package io.porterlb.bfd.speaker;

import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;

/// Discriminators for our sessions: unique, not 0, and at random, so that a stranger can't guess them
/// ([RFC 5880 9](https://www.rfc-editor.org/rfc/rfc5880#section-9)).
final class Discriminators {
    private static final long END = 1L << 32;

    private Discriminators() {}

    /// One that is not taken.
    static long next(RandomGenerator random, LongPredicate taken) {
        long candidate = random.nextLong(1, END);
        while (taken.test(candidate)) {
            candidate = random.nextLong(1, END);
        }
        return candidate;
    }
}
