package io.porterlb.bgp;

import java.util.List;
import java.util.OptionalLong;

/// What a route says about itself, apart from where it leads.
///
/// @param med MULTI_EXIT_DISC, 0 to 4294967295; not sent if empty
/// @param localPref LOCAL_PREF, 0 to 4294967295; 100 if empty; goes to internal peers only
/// @param communities in ascending order, none twice, at most [#MAX_COMMUNITIES]; any order is taken
public record RouteAttributes(OptionalLong med, OptionalLong localPref, List<Community> communities) {
    /// More of them would leave too little room for prefixes in a message of 4096 octets.
    public static final int MAX_COMMUNITIES = 255;

    /// No MED, local preference 100, no communities.
    public static final RouteAttributes DEFAULT =
            new RouteAttributes(OptionalLong.empty(), OptionalLong.empty(), List.of());

    private static final long MAX = 0xFFFF_FFFFL;

    public RouteAttributes {
        requireRange("med", med);
        requireRange("localPref", localPref);
        communities = communities.stream().distinct().sorted().toList();
        if (communities.size() > MAX_COMMUNITIES) {
            throw new IllegalArgumentException(
                    "a route has at most " + MAX_COMMUNITIES + " communities, not " + communities.size());
        }
    }

    private static void requireRange(String name, OptionalLong value) {
        if (value.isPresent() && (value.getAsLong() < 0 || value.getAsLong() > MAX)) {
            throw new IllegalArgumentException(name + " is 0 to " + MAX + ", not " + value.getAsLong());
        }
    }
}
