package io.porterlb.bgp;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// Numbers with colons between them, as all kinds of communities are written.
final class CommunityText {
    private static final int MAX_DIGITS = 10;

    private CommunityText() {}

    /// The parts of a text that has this many, each 0 to `max` in decimal digits; empty if it is anything else.
    static Optional<long[]> numbers(String text, int count, long max) {
        OptionalLong[] parts = Arrays.stream(text.split(":", -1))
                .map(part -> number(part, max))
                .toArray(OptionalLong[]::new);
        boolean valid = parts.length == count && Arrays.stream(parts).allMatch(OptionalLong::isPresent);
        return valid
                ? Optional.of(
                        Arrays.stream(parts).mapToLong(OptionalLong::getAsLong).toArray())
                : Optional.empty();
    }

    /// A number of ASCII digits, 0 to `max`.
    static OptionalLong number(String text, long max) {
        boolean digits =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = digits ? Long.parseLong(text) : max + 1;
        return value <= max ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
