package io.porterlb.porterctl.speak.text;

import io.porterlb.bgp.Community;
import io.porterlb.bgp.ExtendedCommunity;
import io.porterlb.bgp.LargeCommunity;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The three kinds of communities.
final class CommunityText {
    /// Those of the [registry](https://www.iana.org/assignments/bgp-well-known-communities) that a service has a use
    /// for.
    private static final Map<String, Community> WELL_KNOWN = Map.of(
            "graceful-shutdown", new Community(0xFFFF, 0),
            "blackhole", new Community(0xFFFF, 666),
            "no-export", new Community(0xFFFF, 0xFF01),
            "no-advertise", new Community(0xFFFF, 0xFF02));

    private static final Pattern STANDARD = Pattern.compile("(\\d{1,5}):(\\d{1,5})");
    private static final Pattern LARGE = Pattern.compile("(\\d{1,10}):(\\d{1,10}):(\\d{1,10})");
    private static final Pattern EXTENDED = Pattern.compile("0x([0-9a-fA-F]{16})");

    private CommunityText() {}

    static Parsed<Community> standard(String text) {
        Optional<Community> found = Optional.ofNullable(WELL_KNOWN.get(text))
                .or(() -> match(STANDARD, text)
                        .filter(m -> number(m, 1) <= NumberText.MAX_16_BITS && number(m, 2) <= NumberText.MAX_16_BITS)
                        .map(m -> new Community((int) number(m, 1), (int) number(m, 2))));
        return Parsed.of(
                found,
                "'" + text + "' is not a community: write two numbers from 0 to 65535 as in 65000:1, or no-export,"
                        + " no-advertise, graceful-shutdown, blackhole");
    }

    static Parsed<LargeCommunity> large(String text) {
        Optional<LargeCommunity> found = match(LARGE, text)
                .filter(m -> number(m, 1) <= NumberText.MAX_32_BITS
                        && number(m, 2) <= NumberText.MAX_32_BITS
                        && number(m, 3) <= NumberText.MAX_32_BITS)
                .map(m -> new LargeCommunity(number(m, 1), number(m, 2), number(m, 3)));
        return Parsed.of(
                found,
                "'" + text + "' is not a large community: write three numbers from 0 to 4294967295 as in 65000:1:2");
    }

    static Parsed<ExtendedCommunity> extended(String text) {
        return Parsed.of(
                match(EXTENDED, text).map(m -> new ExtendedCommunity(Long.parseUnsignedLong(m.group(1), 16))),
                "'" + text + "' is not an extended community: write its eight octets as in 0x0002fde800000064");
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static long number(MatchResult match, int group) {
        return Long.parseLong(match.group(group));
    }
}
