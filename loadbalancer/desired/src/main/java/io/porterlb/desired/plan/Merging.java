package io.porterlb.desired.plan;

import java.util.OptionalLong;
import java.util.stream.Stream;

/// Two addresses under one prefix, which are of one Eip.
final class Merging {
    private Merging() {}

    static PlannedRoute merge(PlannedRoute a, PlannedRoute b) {
        return new PlannedRoute(
                a.prefix(),
                a.nextHop(),
                a.policy(),
                a.standby(), // of an aggregate: none
                sum(a.linkBandwidth(), b.linkBandwidth()),
                a.peers(),
                Stream.concat(a.services().stream(), b.services().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                a.leaving()); // both lead to one node
    }

    private static OptionalLong sum(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent() ? OptionalLong.of(a.getAsLong() + b.getAsLong()) : OptionalLong.empty();
    }
}
