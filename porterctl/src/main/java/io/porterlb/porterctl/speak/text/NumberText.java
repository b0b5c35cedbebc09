package io.porterlb.porterctl.speak.text;

import java.util.regex.Pattern;

/// Unsigned decimal numbers.
final class NumberText {
    static final long MAX_32_BITS = 0xFFFF_FFFFL;
    static final long MAX_16_BITS = 0xFFFF;

    private static final Pattern DIGITS = Pattern.compile("\\d{1,10}");

    private NumberText() {}

    /// @param what what the number is, as the start of a sentence
    static Parsed<Long> parse(String what, String text, long min, long max) {
        if (DIGITS.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return Parsed.ok(number);
            }
        }
        return Parsed.bad(what + " is a number from " + min + " to " + max + ", not '" + text + "'");
    }
}
