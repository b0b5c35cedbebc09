package io.porterlb.bgp.rib;

import static io.porterlb.bgp.rib.RibBench.EXTERNAL;
import static io.porterlb.bgp.rib.RibBench.INTERNAL;
import static io.porterlb.bgp.rib.RibBench.LINK_LOCAL;
import static io.porterlb.bgp.rib.RibBench.PEER;
import static io.porterlb.bgp.rib.RibBench.PEER6;
import static io.porterlb.bgp.rib.RibBench.US;
import static io.porterlb.bgp.rib.RibBench.US6;
import static io.porterlb.bgp.rib.RibBench.V4;
import static io.porterlb.bgp.rib.RibBench.V6;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NextHopsTest {
    private static final IpAddress NEAR = IpAddress.of("192.0.2.9");
    private static final IpAddress FAR = IpAddress.of("203.0.113.9");
    private static final IpAddress NEAR6 = IpAddress.of("2001:db8::9");
    private static final Optional<IpAddress> SELF = Optional.empty();
    private static final SelfAddresses ALL =
            new SelfAddresses(Optional.of(US), Optional.of(US6), Optional.of(LINK_LOCAL));
    private static final CodecContext EXTENDED = new CodecContext(true, true, Set.of(V4, V6), Set.of(), Set.of(), true);

    private static SessionLink link(IpAddress peer, SelfAddresses self, Prefix... subnets) {
        return new SessionLink(Optional.of(peer), self, List.of(subnets));
    }

    private static Prefix subnet(IpAddress address, int length) {
        return Prefix.containing(address, length);
    }

    private static NextHops external(SessionLink link) {
        return new NextHops(RibBench.peer(65001), link, EXTERNAL);
    }

    @Test
    void selfIsTheAddressOfTheFamily() {
        NextHops hops = external(link(PEER, new SelfAddresses(Optional.of(US), Optional.of(US6), Optional.empty())));
        assertEquals(List.of(US), hops.of(IpFamily.V4, SELF));
        assertEquals(List.of(US6), hops.of(IpFamily.V6, SELF));
    }

    @Test
    void withoutAnAddressOfTheFamilyThereIsNone() {
        NextHops hops = external(link(PEER, SelfAddresses.of(US)));
        assertEquals(List.of(), hops.of(IpFamily.V6, SELF));
        assertEquals(List.of(), external(link(PEER6, SelfAddresses.of(US6))).of(IpFamily.V4, SELF));
    }

    @Test
    void configuredSelfGoesBeforeTheSessionsOwn() {
        IpAddress loopback = IpAddress.of("10.9.9.9");
        FamilyConfig family = new FamilyConfig(V4, 0, Optional.of(loopback));
        PeerConfig peer = RibBench.peer(65001).withFamilies(family);
        NextHops hops = new NextHops(peer, link(PEER, ALL, subnet(US, 24)), EXTERNAL);
        assertEquals(List.of(loopback), hops.of(IpFamily.V4, SELF));
    }

    @Test
    void linkLocalAddressGoesAlongOnASharedLinkOnly() {
        PeerConfig multihop = RibBench.peer(65001)
                .withTransport(RibBench.peer(65001).transport().withTimeToLive(new TimeToLive.Multihop(4)));
        assertEquals(List.of(US6, LINK_LOCAL), external(link(PEER6, ALL)).of(IpFamily.V6, SELF));
        assertEquals(List.of(US6), new NextHops(multihop, link(PEER6, ALL), EXTERNAL).of(IpFamily.V6, SELF));
        PeerConfig internal = RibBench.peer(65000);
        assertEquals(List.of(US6), new NextHops(internal, link(PEER6, ALL), INTERNAL).of(IpFamily.V6, SELF));
        SessionLink known = link(PEER6, ALL, subnet(US6, 64));
        assertEquals(List.of(US6, LINK_LOCAL), new NextHops(internal, known, INTERNAL).of(IpFamily.V6, SELF));
    }

    @Test
    void linkLocalAddressDoesNotFollowAnotherOnesGlobalAddress() {
        assertEquals(List.of(NEAR6), external(link(PEER6, ALL)).of(IpFamily.V6, Optional.of(NEAR6)));
    }

    @Test
    void unnumberedPeerGetsTheLinkLocalAddressForBothFamilies() {
        SessionLink link = link(IpAddress.of("fe80::1"), SelfAddresses.of(LINK_LOCAL));
        NextHops hops = new NextHops(RibBench.peer(65001), link, EXTENDED);
        assertEquals(List.of(LINK_LOCAL), hops.of(IpFamily.V4, SELF));
        assertEquals(List.of(LINK_LOCAL), hops.of(IpFamily.V6, SELF));
    }

    @Test
    void ipv6NextHopOfAnIpv4RouteTakesAnAgreement() {
        SessionLink link = link(PEER6, SelfAddresses.of(US6));
        assertEquals(List.of(), external(link).of(IpFamily.V4, Optional.of(NEAR6)));
        NextHops agreed = new NextHops(RibBench.peer(65001), link, EXTENDED);
        assertEquals(List.of(NEAR6), agreed.of(IpFamily.V4, Optional.of(NEAR6)));
        assertEquals(List.of(NEAR), agreed.of(IpFamily.V4, Optional.of(NEAR)));
    }

    @Test
    void agreementChangesNothingOverIpv4() {
        NextHops hops = new NextHops(RibBench.peer(65001), link(PEER, ALL), EXTENDED);
        assertEquals(List.of(US), hops.of(IpFamily.V4, SELF));
    }

    @Test
    void peerIsNotToldItsOwnAddress() {
        assertEquals(List.of(), external(link(PEER, ALL)).of(IpFamily.V4, Optional.of(PEER)));
        NextHops internal = new NextHops(RibBench.peer(65000), link(PEER, ALL), INTERNAL);
        assertEquals(List.of(), internal.of(IpFamily.V4, Optional.of(PEER)));
    }

    @Test
    void externalPeerOnTheLinkIsToldNextHopsOfItsSubnetOnly() {
        NextHops hops = external(link(PEER, ALL, subnet(US, 24)));
        assertEquals(List.of(NEAR), hops.of(IpFamily.V4, Optional.of(NEAR)));
        assertEquals(List.of(), hops.of(IpFamily.V4, Optional.of(FAR)));
        assertEquals(List.of(NEAR6), hops.of(IpFamily.V6, Optional.of(NEAR6)), "no IPv6 subnet is known");
    }

    @Test
    void whereNoSubnetTellsAnyNextHopGoes() {
        assertEquals(List.of(FAR), external(link(PEER, ALL)).of(IpFamily.V4, Optional.of(FAR)));
        NextHops hostAddress = external(link(PEER, ALL, Prefix.host(US)));
        assertEquals(List.of(FAR), hostAddress.of(IpFamily.V4, Optional.of(FAR)), "the peer is in no subnet");
    }

    @Test
    void multihopAndInternalPeersAreToldAnyNextHop() {
        SessionLink link = link(PEER, ALL, subnet(US, 24));
        PeerConfig multihop = RibBench.peer(65001)
                .withTransport(RibBench.peer(65001).transport().withTimeToLive(new TimeToLive.Multihop(4)));
        assertEquals(List.of(FAR), new NextHops(multihop, link, EXTERNAL).of(IpFamily.V4, Optional.of(FAR)));
        PeerConfig internal = RibBench.peer(65000);
        assertEquals(List.of(FAR), new NextHops(internal, link, INTERNAL).of(IpFamily.V4, Optional.of(FAR)));
    }
}
