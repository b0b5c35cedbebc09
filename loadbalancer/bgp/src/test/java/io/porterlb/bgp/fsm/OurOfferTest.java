package io.porterlb.bgp.fsm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.wire.Open;
import io.porterlb.bgp.wire.capability.AddPathCapability;
import io.porterlb.bgp.wire.capability.Capability;
import io.porterlb.bgp.wire.capability.EnhancedRouteRefreshCapability;
import io.porterlb.bgp.wire.capability.ExtendedNextHopCapability;
import io.porterlb.bgp.wire.capability.FourOctetAsCapability;
import io.porterlb.bgp.wire.capability.GracefulRestartCapability;
import io.porterlb.bgp.wire.capability.MultiprotocolCapability;
import io.porterlb.bgp.wire.capability.RoleCapability;
import io.porterlb.bgp.wire.capability.RouteRefreshCapability;
import io.porterlb.bgp.wire.capability.StrictBfdCapability;
import io.porterlb.bgp.wire.value.AddressFamily;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Our OPEN.
class OurOfferTest {
    private static final PeerConfig IPV6_PEER =
            PeerConfig.of("leaf-a", IpAddress.of("2001:db8::1"), 65001, 65000, IpAddress.of("10.0.0.1"));
    private static final GracefulRestartCapability HELPER = new GracefulRestartCapability(false, false, 0, List.of());

    private static List<Capability> capabilities(PeerConfig config) {
        return new OurOffer(config).open(false, Restarted.NO).capabilities();
    }

    @Test
    void plainPeerIsOfferedWhatEveryPeerIs() {
        assertEquals(
                List.of(
                        new MultiprotocolCapability(AddressFamily.IPV4_UNICAST),
                        new RouteRefreshCapability(),
                        HELPER,
                        new FourOctetAsCapability(65001),
                        new EnhancedRouteRefreshCapability()),
                capabilities(Sessions.CONFIG));
    }

    @Test
    void bothFamiliesOverIpv6WithIpv6NextHops() {
        List<Capability> all = capabilities(IPV6_PEER.withFamilies(FamilyConfig.IPV6, FamilyConfig.IPV4));
        assertEquals(new MultiprotocolCapability(AddressFamily.IPV4_UNICAST), all.get(0));
        assertEquals(new MultiprotocolCapability(AddressFamily.IPV6_UNICAST), all.get(1));
        assertTrue(all.contains(
                new ExtendedNextHopCapability(List.of(ExtendedNextHopCapability.Encoding.IPV4_OVER_IPV6))));
        assertFalse(capabilities(IPV6_PEER).stream().anyMatch(ExtendedNextHopCapability.class::isInstance));
    }

    @Test
    void addPathIsSendOnlyAndWhereConfigured() {
        PeerConfig config = IPV6_PEER.withFamilies(FamilyConfig.IPV6.withAddPath(8), FamilyConfig.IPV4);
        AddPathCapability.Family sent =
                new AddPathCapability.Family(AddressFamily.IPV6_UNICAST, AddPathCapability.Mode.SEND);
        assertTrue(capabilities(config).contains(new AddPathCapability(List.of(sent))));
    }

    @Test
    void roleIsSaidToExternalPeersOnly() {
        PeerConfig external = Sessions.CONFIG.withRole(BgpRole.CUSTOMER);
        assertTrue(capabilities(external).contains(new RoleCapability(3)));
        assertFalse(capabilities(external.withPeerAs(65001)).contains(new RoleCapability(3)));
    }

    @Test
    void gracefulRestartTellsOfTheRestart() {
        PeerConfig config =
                Sessions.CONFIG.withGracefulRestart(new GracefulRestart(true, Duration.ofSeconds(90), true));
        assertTrue(capabilities(config).contains(restart(false, true)));
        assertTrue(new OurOffer(config)
                .open(false, new Restarted(true, false))
                .capabilities()
                .contains(restart(true, false)));
    }

    private static GracefulRestartCapability restart(boolean restarting, boolean forwarding) {
        return new GracefulRestartCapability(
                restarting,
                true,
                90,
                List.of(new GracefulRestartCapability.Family(AddressFamily.IPV4_UNICAST, forwarding)));
    }

    @Test
    void strictBfd() {
        assertTrue(capabilities(Sessions.CONFIG.withStrictBfd(true)).contains(new StrictBfdCapability()));
    }

    @Test
    void plainOpenHasNoCapabilities() {
        Open open = new OurOffer(Sessions.CONFIG).open(true, Restarted.NO);
        assertEquals(List.of(), open.capabilities());
        assertEquals(65001, open.myAs());
    }

    @Test
    void wideAsIsInTheCapability() {
        PeerConfig wide =
                PeerConfig.of("leaf-a", IpAddress.of("192.0.2.1"), 4200000000L, 65000, IpAddress.of("10.0.0.1"));
        Open open = new OurOffer(wide).open(false, Restarted.NO);
        assertEquals(23456, open.myAs());
        assertEquals(4200000000L, open.fourOctetAs().orElseThrow());
    }
}
