package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The next hops that one peer is told in one session: one address, or a global and a link-local IPv6 address;
/// none where it can't be told any.
final class NextHops {
    private final PeerConfig peer;
    private final SessionLink link;
    private final boolean ipv6ForIpv4;

    NextHops(PeerConfig peer, SessionLink link, CodecContext codec) {
        this.peer = peer;
        this.link = link;
        this.ipv6ForIpv4 = codec.extendedNextHop();
    }

    /// Of a route of this family that leads to another one, or to the speaker itself if that is empty.
    List<IpAddress> of(IpFamily family, Optional<IpAddress> another) {
        List<IpAddress> hops = another.map(List::of).orElseGet(() -> self(family));
        boolean possible = hops.stream().allMatch(hop -> fits(family, hop) && !link.isPeer(hop) && allowed(hop));
        return possible ? hops : List.of();
    }

    /// RFC 8950 4: an IPv6 next hop for an IPv4 route takes an agreement.
    private boolean fits(IpFamily family, IpAddress hop) {
        return hop.family() == family || (family == IpFamily.V4 && ipv6ForIpv4);
    }

    /// RFC 4271 5.1.3: an external peer one hop away takes a next hop on the common subnet only.
    private boolean allowed(IpAddress hop) {
        boolean anywhere = !peer.external() || SessionLink.isMultihop(peer);
        return anywhere || link.isOurs(hop) || configured(hop) || link.mayHold(hop);
    }

    private boolean configured(IpAddress hop) {
        return peer.families().stream()
                .anyMatch(family -> family.nextHopSelf().filter(hop::equals).isPresent());
    }

    private List<IpAddress> self(IpFamily family) {
        Optional<IpAddress> configured = peer.families().stream()
                .filter(offered -> offered.family().equals(AddressFamily.unicast(family)))
                .findFirst()
                .flatMap(FamilyConfig::nextHopSelf);
        if (configured.isPresent()) {
            return withLinkLocal(configured);
        }
        return switch (family) {
            case V4 ->
                overIpv6() && ipv6ForIpv4
                        ? withLinkLocal(link.self().ipv6())
                        : list(link.self().ipv4());
            case V6 -> withLinkLocal(link.self().ipv6());
        };
    }

    /// A peer that is reached by IPv6 and agreed to IPv6 next hops may have no IPv4 address on the link.
    private boolean overIpv6() {
        return link.peer().map(IpAddress::family).orElse(peer.address().family()) == IpFamily.V6;
    }

    /// RFC 2545 3: the link-local address goes along where the peer is on that link. It goes alone where there
    /// is no global one.
    private List<IpAddress> withLinkLocal(Optional<IpAddress> first) {
        boolean ipv4 = first.filter(hop -> hop.family() == IpFamily.V4).isPresent();
        if (ipv4 || !link.isShared(peer)) {
            return list(first);
        }
        return Stream.concat(first.stream(), link.self().linkLocal().stream()).toList();
    }

    private static List<IpAddress> list(Optional<IpAddress> address) {
        return address.stream().toList();
    }
}
