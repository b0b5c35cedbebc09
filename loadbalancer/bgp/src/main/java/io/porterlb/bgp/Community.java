package io.porterlb.bgp;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// A BGP community ([RFC 1997](https://www.rfc-editor.org/rfc/rfc1997)), such as `65000:100`.
///
/// @param asNumber the upper half, 0 to 65535
/// @param value the lower half, 0 to 65535
public record Community(int asNumber, int value) implements Comparable<Community> {
    /// Not to be told to other autonomous systems (RFC 1997).
    public static final Community NO_EXPORT = new Community(0xFFFF, 0xFF01);

    /// Not to be told to anybody (RFC 1997).
    public static final Community NO_ADVERTISE = new Community(0xFFFF, 0xFF02);

    /// Use another path where there is one, for this one will soon be gone
    /// ([RFC 8326](https://www.rfc-editor.org/rfc/rfc8326)).
    public static final Community GRACEFUL_SHUTDOWN = new Community(0xFFFF, 0);

    private static final int MAX = 0xFFFF;
    private static final Map<String, Community> NAMED =
            Map.of("no-export", NO_EXPORT, "no-advertise", NO_ADVERTISE, "graceful-shutdown", GRACEFUL_SHUTDOWN);
    private static final Comparator<Community> ORDER =
            Comparator.comparingInt(Community::asNumber).thenComparingInt(Community::value);

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a half is out of its range
    public Community {
        if (asNumber < 0 || asNumber > MAX || value < 0 || value > MAX) {
            throw new IllegalArgumentException("both halves of a community are 0 to 65535: " + asNumber + ":" + value);
        }
    }

    /// From `65000:100`, or one of the names `no-export`, `no-advertise` and `graceful-shutdown`; empty for
    /// anything else.
    public static Optional<Community> parse(String text) {
        return Optional.ofNullable(NAMED.get(text))
                .or(() -> CommunityText.numbers(text, 2, MAX)
                        .map(parts -> new Community((int) parts[0], (int) parts[1])));
    }

    /// Both halves as they are sent.
    public int number() {
        return asNumber << Short.SIZE | value;
    }

    @Override
    public int compareTo(Community other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return asNumber + ":" + value;
    }
}
