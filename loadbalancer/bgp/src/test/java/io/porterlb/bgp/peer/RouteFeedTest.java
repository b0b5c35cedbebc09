package io.porterlb.bgp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.SpeakerStart;
import io.porterlb.bgp.restart.RoutesPending;
import io.porterlb.bgp.rib.AdjRibOut;
import io.porterlb.bgp.rib.Export;
import io.porterlb.bgp.rib.LocalLink;
import io.porterlb.bgp.rib.LocalRoutes;
import io.porterlb.bgp.rib.RouteDelta;
import io.porterlb.bgp.rib.SelfAddresses;
import io.porterlb.bgp.rib.SessionLink;
import io.porterlb.bgp.wire.BgpMessage;
import io.porterlb.bgp.wire.RouteRefresh;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.AddressFamily;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A session that carries both families.
class RouteFeedTest {
    private static final Set<AddressFamily> BOTH = Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);
    private static final CodecContext CODEC = CodecContext.of(true, true, BOTH);
    private static final PeerConfig PEER = PeerBench.CONFIG.withFamilies(FamilyConfig.IPV4, FamilyConfig.IPV6);
    private static final LocalLink OURS = new LocalLink(
            new SelfAddresses(
                    Optional.of(IpAddress.of("192.0.2.7")), Optional.of(IpAddress.of("2001:db8::7")), Optional.empty()),
            List.of());
    private static final Route IPV4 = Route.of(Prefix.host(IpAddress.of("198.51.100.1")));
    private static final Route IPV6 = Route.of(Prefix.host(IpAddress.of("2001:db8:1::1")));

    private final RouteFeed feed = new RouteFeed(
            new AdjRibOut(new Export(PEER, SessionLink.between(OURS, IpAddress.of("192.0.2.1")), CODEC)), BOTH, true);

    private List<BgpMessage> told() {
        List<BgpMessage> told = new ArrayList<>();
        for (Optional<BgpMessage> next = feed.next(); next.isPresent(); next = feed.next()) {
            told.add(next.get());
        }
        return told;
    }

    /// RFC 7313 4: End-of-Route-Refresh says that all of its family is told, whatever there is of another one.
    @Test
    void endOfARefreshDoesNotWaitForTheOtherFamily() {
        LocalRoutes ipv4 = LocalRoutes.of(Set.of(IPV4));
        feed.begin(ipv4, new SpeakerMood(false, RoutesPending.of(SpeakerStart.FRESH)));
        told();
        feed.readvertise(AddressFamily.IPV4_UNICAST);
        feed.apply(RouteDelta.between(ipv4, LocalRoutes.of(Set.of(IPV4, IPV6))));
        List<BgpMessage> told = told();
        assertEquals(new RouteRefresh(AddressFamily.IPV4_UNICAST, RouteRefresh.BEGIN), told.get(0));
        assertEquals(1, ((Update) told.get(1)).announced().size());
        assertEquals(new RouteRefresh(AddressFamily.IPV4_UNICAST, RouteRefresh.END), told.get(2));
        assertEquals(4, told.size(), told.toString());
    }
}
