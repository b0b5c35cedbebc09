package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one peer is told of the routes, in one session: which paths, and with which attributes.
public final class Export {
    /// So many attribute sets are kept to be used again; most speakers have a handful.
    private static final int MAX_KNOWN = 4096;

    private final PeerConfig peer;
    private final SessionLink link;
    private final CodecContext codec;
    private final ExportedAttributes exported;
    private final NextHops nextHops;
    private final Map<Kind, Optional<AttributeSet>> known = new HashMap<>();
    private @Nullable Known last;

    /// All of a route that its attribute set depends on.
    private record Kind(IpFamily family, Optional<IpAddress> nextHop, RouteAttributes attributes) {
        static Kind of(Route route) {
            return new Kind(route.prefix().address().family(), route.nextHop(), route.attributes());
        }
    }

    private record Known(Kind kind, Optional<AttributeSet> set) {
        /// Routes come mostly with the very attributes of the one before: looking those up would cost more than
        /// all the rest.
        boolean isOf(Route route) {
            return kind.attributes().equals(route.attributes())
                    && kind.family() == route.prefix().address().family()
                    && kind.nextHop().equals(route.nextHop());
        }
    }

    public Export(PeerConfig peer, SessionLink link, CodecContext codec) {
        this(peer, link, codec, false);
    }

    private Export(PeerConfig peer, SessionLink link, CodecContext codec, boolean draining) {
        this.peer = peer;
        this.link = link;
        this.codec = codec;
        this.exported = new ExportedAttributes(peer, codec, draining);
        this.nextHops = new NextHops(peer, link, codec);
    }

    /// For the same session, after the peer's configuration has changed.
    ///
    /// @param next with the families as both sides agreed on them
    public Export with(PeerConfig next) {
        return new Export(next, link, codec, exported.draining());
    }

    /// For the same session, with or without the word that all routes will soon be gone, so that the peer moves
    /// traffic away before they are ([RFC 8326 4](https://www.rfc-editor.org/rfc/rfc8326#section-4)).
    public Export draining(boolean next) {
        return new Export(peer, link, codec, next);
    }

    CodecContext codec() {
        return codec;
    }

    /// The paths of one prefix that the peer is told, of all there are with the best first. It is not told of
    /// what is for others, and of what it can be told no next hop of.
    List<Offer> offers(List<Route> paths, AddressFamily family) {
        boolean addPath = codec.addPathSent().contains(family);
        int most = addPath ? maxPaths(family) : 1;
        List<Offer> offers = new ArrayList<>(Math.min(most, paths.size()));
        for (Route path : paths) {
            if (offers.size() == most) {
                break;
            }
            attributes(path).ifPresent(set -> offers.add(new Offer(addPath ? path.pathId() : 0, set)));
        }
        return offers;
    }

    private int maxPaths(AddressFamily family) {
        return peer.families().stream()
                .filter(offered -> offered.family().equals(family))
                .mapToInt(FamilyConfig::addPathSendMax)
                .reduce(1, Math::max);
    }

    private Optional<AttributeSet> attributes(Route route) {
        if (!route.peers().isEmpty() && !route.peers().contains(peer.name())) {
            return Optional.empty();
        }
        if (last == null || !last.isOf(route)) {
            last = known(Kind.of(route));
        }
        return last.set();
    }

    private Known known(Kind kind) {
        if (known.size() >= MAX_KNOWN) {
            known.clear();
        }
        return new Known(kind, known.computeIfAbsent(kind, this::build));
    }

    private Optional<AttributeSet> build(Kind kind) {
        List<IpAddress> hops = nextHops.of(kind.family(), kind.nextHop());
        if (hops.isEmpty()) {
            return Optional.empty();
        }
        boolean classic = hops.getFirst().family() == IpFamily.V4;
        return Optional.of(exported.of(kind.attributes(), hops, classic));
    }
}
