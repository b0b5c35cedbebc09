package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one peer is told of a route, in one session ([RFC 4271
/// 5.1](https://www.rfc-editor.org/rfc/rfc4271#section-5.1)):
/// to an external peer with our AS in the path, to an internal one with an empty path and LOCAL_PREF.
public final class Export {
    private static final long DEFAULT_LOCAL_PREF = 100;
    private static final int MAX_TWO_OCTET_AS = 0xFFFF;

    private final PeerConfig peer;
    private final IpAddress localAddress;
    private final CodecContext codec;
    private final Map<Kind, AttributeSet> known = new HashMap<>();

    /// What tells one attribute set from another, of all that varies within a session.
    private record Kind(IpAddress nextHop, RouteAttributes attributes) {}

    /// For one session.
    ///
    /// @param localAddress of the session: the next hop of routes to the speaker itself
    public Export(PeerConfig peer, IpAddress localAddress, CodecContext codec) {
        this.peer = peer;
        this.localAddress = localAddress;
        this.codec = codec;
    }

    /// Empty if this peer is not told of the route: it is no IPv4 route, it has no IPv4 next hop, or the next hop is
    /// the peer itself (RFC 4271 5.1.3).
    Optional<AttributeSet> attributes(Route route) {
        IpAddress nextHop = route.nextHop().orElse(localAddress);
        boolean ipv4 = route.prefix().address().family() == IpFamily.V4 && nextHop.family() == IpFamily.V4;
        if (!ipv4 || peer.address().known().filter(nextHop::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(known.computeIfAbsent(new Kind(nextHop, route.attributes()), this::build));
    }

    private AttributeSet build(Kind kind) {
        List<PathAttribute> attributes = new ArrayList<>();
        attributes.add(Origin.IGP);
        attributes.add(path());
        attributes.add(new NextHop(kind.nextHop()));
        kind.attributes().med().ifPresent(med -> attributes.add(new MultiExitDisc(med)));
        if (!peer.external()) {
            long preference = kind.attributes().localPref().orElse(DEFAULT_LOCAL_PREF);
            attributes.add(new LocalPref(preference));
        }
        List<Community> communities = kind.attributes().communities();
        if (!communities.isEmpty()) {
            attributes.add(
                    new Communities(communities.stream().map(Export::number).toList()));
        }
        if (needsAs4Path()) {
            attributes.add(new As4Path(List.of(AsPathSegment.sequence(peer.localAs()))));
        }
        return new AttributeSet(attributes);
    }

    private AsPath path() {
        return peer.external() ? new AsPath(List.of(AsPathSegment.sequence(peer.localAs()))) : AsPath.EMPTY;
    }

    /// RFC 6793 4.2.2: beside an AS_PATH with AS_TRANS in it.
    private boolean needsAs4Path() {
        return peer.external() && !codec.fourOctetAs() && peer.localAs() > MAX_TWO_OCTET_AS;
    }

    private static int number(Community community) {
        return community.asNumber() << Short.SIZE | community.value();
    }
}
