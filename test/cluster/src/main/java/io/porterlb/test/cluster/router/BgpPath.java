package io.porterlb.test.cluster.router;

import java.util.List;
import java.util.OptionalLong;

/// One way to a prefix in a router's BGP table.
///
/// @param nextHop where to; the global address of two
/// @param asPath the AS numbers that the route has come through, the nearest first
/// @param med MULTI_EXIT_DISC
/// @param localPref LOCAL_PREF, the router's own default where none came
/// @param communities such as `65000:100`, in the order of the message
/// @param largeCommunities such as `65000:1:2`
/// @param chosen whether the router uses it, alone or beside others
public record BgpPath(
        String nextHop,
        List<Long> asPath,
        OptionalLong med,
        OptionalLong localPref,
        List<String> communities,
        List<String> largeCommunities,
        boolean chosen) {
    public BgpPath {
        asPath = List.copyOf(asPath);
        communities = List.copyOf(communities);
        largeCommunities = List.copyOf(largeCommunities);
    }
}
