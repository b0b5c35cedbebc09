package io.porterlb.desired.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A large community ([RFC 8092](https://www.rfc-editor.org/rfc/rfc8092)), such as `4200000000:1:2`.
///
/// @param globalAdministrator an AS number, 0 to 4294967295
/// @param data1 0 to 4294967295
/// @param data2 0 to 4294967295
public record LargeCommunity(long globalAdministrator, long data1, long data2) {
    private static final long MAX = 0xFFFF_FFFFL;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,10}):([0-9]{1,10}):([0-9]{1,10})");

    /// Reads `4200000000:1:2`; empty for anything else.
    public static Optional<LargeCommunity> parse(String text) {
        Matcher numbers = FORM.matcher(text);
        return numbers.matches()
                ? Optional.of(new LargeCommunity(part(numbers, 1), part(numbers, 2), part(numbers, 3)))
                        .filter(LargeCommunity::inRange)
                : Optional.empty();
    }

    private static long part(Matcher numbers, int group) {
        return Long.parseLong(numbers.group(group));
    }

    private boolean inRange() {
        return globalAdministrator <= MAX && data1 <= MAX && data2 <= MAX;
    }

    @Override
    public String toString() {
        return globalAdministrator + ":" + data1 + ":" + data2;
    }
}
