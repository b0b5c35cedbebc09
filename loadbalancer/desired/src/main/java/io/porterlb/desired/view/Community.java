package io.porterlb.desired.view;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A BGP community ([RFC 1997](https://www.rfc-editor.org/rfc/rfc1997)), such as `65000:100`.
///
/// @param asNumber the upper half, 0 to 65535
/// @param value the lower half, 0 to 65535
public record Community(int asNumber, int value) {
    private static final int MAX = 0xFFFF;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5}):([0-9]{1,5})");

    /// Names of [the registry](https://www.iana.org/assignments/bgp-well-known-communities).
    private static final Map<String, Community> WELL_KNOWN = Map.of(
            "graceful-shutdown", new Community(MAX, 0),
            "blackhole", new Community(MAX, 666),
            "no-export", new Community(MAX, 0xFF01),
            "no-advertise", new Community(MAX, 0xFF02));

    /// Reads `65000:100` or a well-known name; empty for anything else.
    public static Optional<Community> parse(String text) {
        return Optional.ofNullable(WELL_KNOWN.get(text)).or(() -> numbers(FORM.matcher(text)));
    }

    private static Optional<Community> numbers(Matcher text) {
        if (!text.matches()) {
            return Optional.empty();
        }
        int upper = Integer.parseInt(text.group(1));
        int lower = Integer.parseInt(text.group(2));
        return upper > MAX || lower > MAX ? Optional.empty() : Optional.of(new Community(upper, lower));
    }

    @Override
    public String toString() {
        return asNumber + ":" + value;
    }
}
