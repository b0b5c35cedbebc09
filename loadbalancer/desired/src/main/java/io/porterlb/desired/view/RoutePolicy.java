package io.porterlb.desired.view;

import java.util.List;
import java.util.OptionalLong;

/// What routes say to routers besides where they lead. An Eip has one for its addresses, a BgpPeer one for all that it
/// is told.
///
/// @param communities in the order in which they are written
/// @param largeCommunities in the order in which they are written
/// @param localPref LOCAL_PREF, 0 to 4294967295; routers of other ASes do not see it
/// @param med MULTI_EXIT_DISC, 0 to 4294967295
/// @param prepend how many times more than once our AS number stands in the path, 0 to 16
public record RoutePolicy(
        List<Community> communities,
        List<LargeCommunity> largeCommunities,
        OptionalLong localPref,
        OptionalLong med,
        int prepend) {
    /// Nothing is said.
    public static final RoutePolicy NONE =
            new RoutePolicy(List.of(), List.of(), OptionalLong.empty(), OptionalLong.empty(), 0);

    public RoutePolicy {
        communities = List.copyOf(communities);
        largeCommunities = List.copyOf(largeCommunities);
    }
}
