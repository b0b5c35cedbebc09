package io.porterlb.bgp;

import java.util.Comparator;

/// A BGP community ([RFC 1997](https://www.rfc-editor.org/rfc/rfc1997)), such as `65000:100`.
///
/// @param asNumber the upper half, 0 to 65535
/// @param value the lower half, 0 to 65535
public record Community(int asNumber, int value) implements Comparable<Community> {
    private static final int MAX = 0xFFFF;
    private static final Comparator<Community> ORDER =
            Comparator.comparingInt(Community::asNumber).thenComparingInt(Community::value);

    public Community {
        if (asNumber < 0 || asNumber > MAX || value < 0 || value > MAX) {
            throw new IllegalArgumentException("both halves of a community are 0 to 65535: " + asNumber + ":" + value);
        }
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
