package io.porterlb.bgp;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a route says about itself, apart from where it leads.
///
/// @param med MULTI_EXIT_DISC, 0 to 4294967295; not sent if empty
/// @param localPref LOCAL_PREF, 0 to 4294967295; 100 if empty; goes to internal peers only
/// @param prepend how many times more than once our AS number stands in the path to an external peer, 0 to 16
/// @param standby 0 for a route that is to be used; a higher one is for peers that know no route to the prefix with a
///     lower one, 0 to 7. What it makes of prepends and local preference comes on top of what else they follow from
/// @param communities in ascending order, none twice; any order is taken
/// @param largeCommunities in ascending order, none twice; any order is taken
/// @param extendedCommunities in ascending order, none twice; any order is taken
/// @param linkBandwidth octets per second, 0 to the highest IEEE single, sent as a link bandwidth extended
///     community (draft-ietf-idr-link-bandwidth), by which routers weight their equal-cost paths; not sent if
///     empty
/// @param leaving whether the route will soon be gone, as all are under [BgpSpeaker#drain]: sent with the community
///     GRACEFUL_SHUTDOWN, and to internal peers with local preference 0
///     ([RFC 8326](https://www.rfc-editor.org/rfc/rfc8326))
public record RouteAttributes(
        OptionalLong med,
        OptionalLong localPref,
        int prepend,
        int standby,
        List<Community> communities,
        List<LargeCommunity> largeCommunities,
        List<ExtendedCommunity> extendedCommunities,
        OptionalDouble linkBandwidth,
        boolean leaving) {
    /// Octets that all communities of a route may take; more would leave too little room for prefixes in a
    /// message of 4096 octets.
    public static final int MAX_COMMUNITY_OCTETS = 1024;

    /// The longest prepending; longer ones are a known way to be filtered.
    public static final int MAX_PREPEND = 16;

    /// The last place.
    public static final int MAX_STANDBY = 7;

    /// No MED, local preference 100, no prepending, not on standby, no communities, here to stay.
    public static final RouteAttributes DEFAULT = new RouteAttributes(
            OptionalLong.empty(),
            OptionalLong.empty(),
            0,
            0,
            List.of(),
            List.of(),
            List.of(),
            OptionalDouble.empty(),
            false);

    private static final long MAX = 0xFFFF_FFFFL;

    /// Checks every range.
    ///
    /// @throws IllegalArgumentException if a value is out of its range; the message names it
    public RouteAttributes {
        requireRange("med", med);
        requireRange("localPref", localPref);
        communities = communities.stream().distinct().sorted().toList();
        largeCommunities = largeCommunities.stream().distinct().sorted().toList();
        extendedCommunities = extendedCommunities.stream().distinct().sorted().toList();
        require(prepend >= 0 && prepend <= MAX_PREPEND, "prepend is 0 to " + MAX_PREPEND + ", not " + prepend);
        require(standby >= 0 && standby <= MAX_STANDBY, "standby is 0 to " + MAX_STANDBY + ", not " + standby);
        double bandwidth = linkBandwidth.orElse(0);
        require(
                bandwidth >= 0 && bandwidth <= Float.MAX_VALUE,
                "linkBandwidth is 0 to " + Float.MAX_VALUE + ", not " + bandwidth);
        int octets = 4 * communities.size() + 12 * largeCommunities.size() + 8 * extendedCommunities.size();
        require(
                octets <= MAX_COMMUNITY_OCTETS,
                "all communities take " + MAX_COMMUNITY_OCTETS + " octets at most, not " + octets);
    }

    public RouteAttributes withMed(long next) {
        return new RouteAttributes(
                OptionalLong.of(next),
                localPref,
                prepend,
                standby,
                communities,
                largeCommunities,
                extendedCommunities,
                linkBandwidth,
                leaving);
    }

    public RouteAttributes withLocalPref(long next) {
        return new RouteAttributes(
                med,
                OptionalLong.of(next),
                prepend,
                standby,
                communities,
                largeCommunities,
                extendedCommunities,
                linkBandwidth,
                leaving);
    }

    public RouteAttributes withPrepend(int next) {
        return new RouteAttributes(
                med,
                localPref,
                next,
                standby,
                communities,
                largeCommunities,
                extendedCommunities,
                linkBandwidth,
                leaving);
    }

    public RouteAttributes withStandby(int next) {
        return new RouteAttributes(
                med,
                localPref,
                prepend,
                next,
                communities,
                largeCommunities,
                extendedCommunities,
                linkBandwidth,
                leaving);
    }

    public RouteAttributes withCommunities(List<Community> next) {
        return new RouteAttributes(
                med, localPref, prepend, standby, next, largeCommunities, extendedCommunities, linkBandwidth, leaving);
    }

    public RouteAttributes withLargeCommunities(List<LargeCommunity> next) {
        return new RouteAttributes(
                med, localPref, prepend, standby, communities, next, extendedCommunities, linkBandwidth, leaving);
    }

    public RouteAttributes withExtendedCommunities(List<ExtendedCommunity> next) {
        return new RouteAttributes(
                med, localPref, prepend, standby, communities, largeCommunities, next, linkBandwidth, leaving);
    }

    public RouteAttributes withLinkBandwidth(double octetsPerSecond) {
        return new RouteAttributes(
                med,
                localPref,
                prepend,
                standby,
                communities,
                largeCommunities,
                extendedCommunities,
                OptionalDouble.of(octetsPerSecond),
                leaving);
    }

    public RouteAttributes withLeaving(boolean next) {
        return new RouteAttributes(
                med,
                localPref,
                prepend,
                standby,
                communities,
                largeCommunities,
                extendedCommunities,
                linkBandwidth,
                next);
    }

    private static void requireRange(String name, OptionalLong value) {
        boolean inRange = value.isEmpty() || (value.getAsLong() >= 0 && value.getAsLong() <= MAX);
        require(inRange, name + " is 0 to " + MAX + ", not " + value);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
