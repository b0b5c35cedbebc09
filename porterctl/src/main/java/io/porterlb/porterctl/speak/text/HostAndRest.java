package io.porterlb.porterctl.speak.text;

import java.util.Arrays;
import java.util.List;

/// A text with colons, cut at those that are not inside brackets.
///
/// @param host what stands before the first colon, brackets included
/// @param rest the other parts
record HostAndRest(String host, List<String> rest) {
    HostAndRest {
        rest = List.copyOf(rest);
    }

    static HostAndRest split(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') + 1 : 0;
        String[] parts = text.substring(end).split(":", -1);
        return new HostAndRest(
                text.substring(0, end) + parts[0], Arrays.asList(parts).subList(1, parts.length));
    }
}
