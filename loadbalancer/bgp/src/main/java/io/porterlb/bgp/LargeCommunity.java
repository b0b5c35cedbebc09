package io.porterlb.bgp;

import java.util.Comparator;
import java.util.Optional;

/// A large community ([RFC 8092](https://www.rfc-editor.org/rfc/rfc8092)), such as `4200000000:1:2`.
///
/// @param globalAdministrator an AS number, 0 to 4294967295
/// @param data1 0 to 4294967295
/// @param data2 0 to 4294967295
public record LargeCommunity(long globalAdministrator, long data1, long data2) implements Comparable<LargeCommunity> {
    private static final long MAX = 0xFFFF_FFFFL;
    private static final Comparator<LargeCommunity> ORDER = Comparator.comparingLong(
                    LargeCommunity::globalAdministrator)
            .thenComparingLong(LargeCommunity::data1)
            .thenComparingLong(LargeCommunity::data2);

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a part is out of its range
    public LargeCommunity {
        if (outside(globalAdministrator) || outside(data1) || outside(data2)) {
            throw new IllegalArgumentException("the parts of a large community are 0 to " + MAX + ": "
                    + globalAdministrator + ":" + data1 + ":" + data2);
        }
    }

    /// From `4200000000:1:2`; empty for anything else.
    public static Optional<LargeCommunity> parse(String text) {
        return CommunityText.numbers(text, 3, MAX).map(parts -> new LargeCommunity(parts[0], parts[1], parts[2]));
    }

    private static boolean outside(long part) {
        return part < 0 || part > MAX;
    }

    @Override
    public int compareTo(LargeCommunity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return globalAdministrator + ":" + data1 + ":" + data2;
    }
}
