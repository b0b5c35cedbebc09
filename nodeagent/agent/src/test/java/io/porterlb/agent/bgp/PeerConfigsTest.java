package io.porterlb.agent.bgp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.agent.Plans;
import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.GracefulRestart;
import io.porterlb.bgp.PeerAddress;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.SessionTimes;
import io.porterlb.bgp.TcpPassword;
import io.porterlb.bgp.TimeToLive;
import io.porterlb.bgp.Transport;
import io.porterlb.desired.plan.BfdPlan;
import io.porterlb.desired.plan.FamilyPlan;
import io.porterlb.desired.plan.Layer2Plan;
import io.porterlb.desired.plan.ListenPlan;
import io.porterlb.desired.plan.NeighborPlan;
import io.porterlb.desired.plan.NextHop;
import io.porterlb.desired.plan.NodePlan;
import io.porterlb.desired.plan.PasswordPlan;
import io.porterlb.desired.plan.PeerPlan;
import io.porterlb.desired.plan.PlannedRoute;
import io.porterlb.desired.plan.RestartPlan;
import io.porterlb.desired.plan.SpeakerPlan;
import io.porterlb.desired.plan.TimersPlan;
import io.porterlb.desired.plan.TransportPlan;
import io.porterlb.desired.view.Community;
import io.porterlb.desired.view.LargeCommunity;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.PeerRole;
import io.porterlb.desired.view.RoutePolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerConfigsTest {
    private static final RoutePolicy POLICY = new RoutePolicy(
            List.of(new Community(65000, 1)),
            List.of(new LargeCommunity(1, 2, 3)),
            OptionalLong.of(200),
            OptionalLong.of(5),
            2);

    private static final RouteAttributes ATTRIBUTES = RouteAttributes.DEFAULT
            .withCommunities(List.of(new io.porterlb.bgp.Community(65000, 1)))
            .withLargeCommunities(List.of(new io.porterlb.bgp.LargeCommunity(1, 2, 3)))
            .withLocalPref(200)
            .withMed(5)
            .withPrepend(2);

    private static PeerConfig only(PeerPlan plan) {
        return PeerConfigs.peers(Plans.node(plan)).iterator().next();
    }

    @Test
    void aPlainSessionIsThatOfTheLibrary() {
        PeerConfig expected = PeerConfig.of("leaf", IpAddress.of("192.0.2.1"), 65000, 65001, IpAddress.of("192.0.2.10"))
                .withTimes(times(9, 3, 5));
        assertEquals(expected, only(Plans.peer("leaf", at("192.0.2.1"))));
    }

    private static NeighborPlan at(String address) {
        return new NeighborPlan.At(IpAddress.of(address), Optional.empty());
    }

    private static SessionTimes times(int hold, int keepalive, int retry) {
        return new SessionTimes(
                Duration.ofSeconds(hold),
                Optional.of(Duration.ofSeconds(keepalive)),
                Optional.of(Duration.ofSeconds(retry)));
    }

    @Test
    void everyFieldGetsThrough() {
        TransportPlan transport = new TransportPlan(
                1790,
                true,
                Optional.of(IpAddress.of("fe80::2")),
                new TransportPlan.Hops.Security(1),
                Optional.of(new PasswordPlan(Password.of("geheim"), "7")));
        PeerConfig config = only(new PeerPlan(
                "leaf",
                new NeighborPlan.At(IpAddress.of("fe80::1"), Optional.of("eth1")),
                65001,
                65002,
                transport,
                new TimersPlan(30, 10, 7),
                List.of(new FamilyPlan(IpFamily.V4, 4), new FamilyPlan(IpFamily.V6, 0)),
                new RestartPlan(true, 60, true),
                Optional.of(new BfdPlan(300, 3, true, OptionalInt.empty())),
                Optional.of(PeerRole.CUSTOMER),
                POLICY,
                true));
        PeerConfig expected = new PeerConfig(
                "leaf",
                new PeerAddress.At(IpAddress.of("fe80::1"), Optional.of("eth1")),
                65002,
                65001,
                IpAddress.of("192.0.2.10"),
                times(30, 10, 7),
                new Transport(
                        1790,
                        true,
                        Optional.of(IpAddress.of("fe80::2")),
                        new TimeToLive.Security(1),
                        Optional.of(TcpPassword.of("geheim"))),
                Set.of(FamilyConfig.IPV4.withAddPath(4), FamilyConfig.IPV6),
                new GracefulRestart(true, Duration.ofSeconds(60), true),
                ATTRIBUTES,
                Optional.of(BgpRole.CUSTOMER),
                true,
                Optional.of(""));
        assertEquals(expected, config);
        assertFalse(config.toString().contains("geheim"));
    }

    @Test
    void anUnnumberedRouterIsNamedByTheLink() {
        assertEquals(
                new PeerAddress.OnLink("eth1"),
                only(Plans.peer("leaf", new NeighborPlan.OnLink("eth1"))).address());
    }

    @Test
    void routesLeadHereOrToAnotherNode() {
        Prefix prefix = Prefix.host(IpAddress.of("198.51.100.7"));
        IpAddress other = IpAddress.of("192.0.2.12");
        PlannedRoute own = new PlannedRoute(
                prefix, Optional.empty(), POLICY, 0, OptionalLong.of(1000), List.of(), List.of(), false);
        PlannedRoute via = new PlannedRoute(
                prefix,
                Optional.of(new NextHop(other, 77)),
                RoutePolicy.NONE,
                2,
                OptionalLong.empty(),
                List.of("leaf"),
                List.of(),
                false);
        RouteAttributes weighted = ATTRIBUTES.withLinkBandwidth(1000);
        assertEquals(OptionalDouble.of(1000), weighted.linkBandwidth());
        assertEquals(
                Set.of(
                        Route.of(prefix).with(weighted),
                        new Route(
                                prefix,
                                77,
                                Optional.of(other),
                                RouteAttributes.DEFAULT.withStandby(2),
                                Set.of("leaf"))),
                Routes.of(List.of(own, via)));
    }

    @Test
    void theSpeakerListensOnlyWhereAPlanSaysSo() {
        assertEquals(Set.of(), Listening.addresses(Plans.node()));
        assertEquals(
                Set.of(new InetSocketAddress("192.0.2.11", 1790)),
                Listening.addresses(listening(List.of(IpAddress.of("192.0.2.11")))));
    }

    @Test
    void allAddressesAreThoseOfBothFamilies() {
        assertEquals(
                Set.of(new InetSocketAddress("0.0.0.0", 1790), new InetSocketAddress("::", 1790)),
                Listening.addresses(listening(List.of())));
    }

    private static NodePlan listening(List<IpAddress> addresses) {
        SpeakerPlan speaker = new SpeakerPlan(
                65000, IpAddress.of("192.0.2.10"), Optional.of(new ListenPlan(1790, addresses)), List.of());
        return new NodePlan("n", Optional.of(speaker), List.of(), Layer2Plan.NONE, List.of(), Map.of(), List.of());
    }
}
