package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.ExtendedCommunity;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.ExtendedCommunities;
import io.porterlb.bgp.wire.attribute.LargeCommunities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.OnlyToCustomer;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What becomes of the attributes of a route toward one peer
/// ([RFC 4271 5.1](https://www.rfc-editor.org/rfc/rfc4271#section-5.1)): the route's own ones and the peer's
/// export policy together.
///
/// @param draining all routes will soon be gone ([RFC 8326](https://www.rfc-editor.org/rfc/rfc8326))
record ExportedAttributes(PeerConfig peer, CodecContext codec, boolean draining) {
    private static final int MAX_TWO_OCTET_AS = 0xFFFF;

    /// How much longer a path gets with each place on standby. A leaf that knows a node on standby beside it and
    /// the first one behind a spine and another leaf, two AS numbers farther, has to use the first one; and
    /// whatever tiers are between, two or four AS numbers more, no two ways may be of one length: both would be
    /// used.
    private static final int STANDBY_PREPENDS = 3;

    /// @param nextHops one, or two IPv6 ones
    /// @param classic whether the next hop goes into NEXT_HOP, else it is for MP_REACH_NLRI
    AttributeSet of(RouteAttributes route, List<IpAddress> nextHops, boolean classic) {
        List<PathAttribute> all = new ArrayList<>();
        all.add(Origin.IGP);
        all.add(new AsPath(path(route)));
        if (classic) {
            all.add(new NextHop(nextHops.getFirst()));
        }
        firstOf(route.med(), peer.export().med()).ifPresent(med -> all.add(new MultiExitDisc(med)));
        if (!peer.external()) {
            all.add(new LocalPref(localPref(route)));
        }
        communities(route, all);
        extendedCommunities(route, all);
        if (needsAs4Path()) {
            all.add(new As4Path(path(route)));
        }
        largeCommunities(route, all);
        if (needsOnlyToCustomer()) {
            all.add(new OnlyToCustomer(peer.localAs()));
        }
        return new AttributeSet(classic ? List.of() : nextHops, all);
    }

    /// One AS_SEQUENCE of our AS number, or nothing to an internal peer. Never an AS_SET, which
    /// [RFC 9774](https://www.rfc-editor.org/rfc/rfc9774) forbids to send.
    private List<AsPathSegment> path(RouteAttributes route) {
        if (!peer.external()) {
            return List.of();
        }
        int times = 1 + route.prepend() + peer.export().prepend() + STANDBY_PREPENDS * standby(route);
        return List.of(new AsPathSegment(AsPathSegment.Kind.AS_SEQUENCE, Collections.nCopies(times, peer.localAs())));
    }

    private long localPref(RouteAttributes route) {
        long usual = firstOf(route.localPref(), peer.export().localPref()).orElse(BestPath.DEFAULT_LOCAL_PREF);
        return leaves(route) ? 0 : Math.max(0, usual - standby(route));
    }

    private int standby(RouteAttributes route) {
        return route.standby() + peer.export().standby();
    }

    private boolean leaves(RouteAttributes route) {
        return draining || route.leaving();
    }

    private void communities(RouteAttributes route, List<PathAttribute> all) {
        Stream<Community> drain = leaves(route) ? Stream.of(Community.GRACEFUL_SHUTDOWN) : Stream.empty();
        List<Integer> numbers = Stream.concat(
                        drain, both(route.communities(), peer.export().communities()))
                .distinct()
                .sorted()
                .map(Community::number)
                .toList();
        if (!numbers.isEmpty()) {
            all.add(new Communities(numbers));
        }
    }

    private void extendedCommunities(RouteAttributes route, List<PathAttribute> all) {
        OptionalDouble bandwidth = route.linkBandwidth().isPresent()
                ? route.linkBandwidth()
                : peer.export().linkBandwidth();
        Stream<ExtendedCommunity> own =
                bandwidth.stream().mapToObj(octets -> ExtendedCommunity.linkBandwidth(peer.localAs(), octets));
        List<Long> numbers = Stream.concat(
                        own, both(route.extendedCommunities(), peer.export().extendedCommunities()))
                .distinct()
                .sorted()
                .map(ExtendedCommunity::value)
                .toList();
        if (!numbers.isEmpty()) {
            all.add(new ExtendedCommunities(numbers));
        }
    }

    private void largeCommunities(RouteAttributes route, List<PathAttribute> all) {
        List<LargeCommunities.Value> values = both(
                        route.largeCommunities(), peer.export().largeCommunities())
                .distinct()
                .sorted()
                .map(large -> new LargeCommunities.Value(large.globalAdministrator(), large.data1(), large.data2()))
                .toList();
        if (!values.isEmpty()) {
            all.add(new LargeCommunities(values));
        }
    }

    private static <T> Stream<T> both(Collection<T> a, Collection<T> b) {
        return Stream.concat(a.stream(), b.stream());
    }

    private static OptionalLong firstOf(OptionalLong a, OptionalLong b) {
        return a.isPresent() ? a : b;
    }

    /// RFC 9234 5, egress: what goes to a customer, a peer or a client of our route server must go on to
    /// customers only.
    private boolean needsOnlyToCustomer() {
        return peer.external() && peer.role().map(ExportedAttributes::looksDown).orElse(false);
    }

    private static boolean looksDown(BgpRole ours) {
        return switch (ours) {
            case PROVIDER, PEER, RS -> true;
            case CUSTOMER, RS_CLIENT -> false;
        };
    }

    /// RFC 6793 4.2.2: beside an AS_PATH with AS_TRANS in it.
    private boolean needsAs4Path() {
        return peer.external() && !codec.fourOctetAs() && peer.localAs() > MAX_TWO_OCTET_AS;
    }
}
