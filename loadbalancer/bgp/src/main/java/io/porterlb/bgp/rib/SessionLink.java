package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.TimeToLive;
import java.util.List;
import java.util.Optional;

/// Where a session runs: what next hops depend on.
///
/// @param peer the address of the other side; empty if it is not known
/// @param self our addresses there
/// @param subnets of the interface that the session runs over, as far as they are known
public record SessionLink(Optional<IpAddress> peer, SelfAddresses self, List<Prefix> subnets) {
    public SessionLink {
        subnets = List.copyOf(subnets);
    }

    public static SessionLink between(LocalLink ours, IpAddress peer) {
        return new SessionLink(Optional.of(peer), ours.self(), ours.subnets());
    }

    boolean isPeer(IpAddress address) {
        return peer.filter(address::equals).isPresent();
    }

    boolean isOurs(IpAddress address) {
        return self.ipv4().filter(address::equals).isPresent()
                || self.ipv6().filter(address::equals).isPresent()
                || self.linkLocal().filter(address::equals).isPresent();
    }

    /// Whether the peer and we are on one link: a link-local address or a common subnet says so, and so does
    /// eBGP that is not multihop.
    boolean isShared(PeerConfig config) {
        boolean common = peer.filter(address -> PeerAddress.isLinkLocal(address) || inSubnet(address))
                .isPresent();
        return common || (config.external() && !isMultihop(config));
    }

    /// Whether the address may be on the link: it is in a subnet of it, or none tells what is.
    boolean mayHold(IpAddress address) {
        return inSubnet(address) || !subnetsTell(address.family());
    }

    /// Not where there is none of the family; nor where the peer is in none, as with host addresses (/32).
    private boolean subnetsTell(IpFamily family) {
        boolean peerIsElsewhere = peer.filter(address -> address.family() == family && !inSubnet(address))
                .isPresent();
        return !peerIsElsewhere && subnets.stream().anyMatch(subnet -> family(subnet) == family);
    }

    private boolean inSubnet(IpAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    private static IpFamily family(Prefix prefix) {
        return prefix.address().family();
    }

    static boolean isMultihop(PeerConfig config) {
        return switch (config.transport().timeToLive()) {
            case TimeToLive.Default() -> false;
            case TimeToLive.Multihop(var _) -> true;
            case TimeToLive.Security(var hops) -> hops > 1;
        };
    }
}
