package io.porterlb.bgp.rib;

import static io.porterlb.bgp.rib.RibBench.EXTERNAL;
import static io.porterlb.bgp.rib.RibBench.V4;
import static io.porterlb.bgp.rib.RibBench.V6;
import static io.porterlb.bgp.rib.RibBench.host;
import static io.porterlb.bgp.rib.RibBench.host6;
import static io.porterlb.bgp.rib.RibBench.hosts;
import static io.porterlb.bgp.rib.RibBench.hosts6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBufUtil;
import io.porterlb.address.IpAddress;
import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpdatePackerTest {
    private final RibBench bench = RibBench.external();

    private static String hex(RibBench bench, Update update) {
        return ByteBufUtil.hexDump(bench.octets(update));
    }

    /// Header, then the octets of an annotated text.
    private static String message(int length, String body) {
        String digits = body.replaceAll("#.*", "").replaceAll("\\s", "");
        return "f".repeat(32) + String.format("%04x", length) + "02" + digits;
    }

    @Test
    void tenThousandHostsFitIntoFourteenMessages() {
        bench.advertise(hosts(0, 10_000));
        List<Update> updates = bench.flushRoutes();
        assertTrue(updates.size() <= 13, "messages: " + updates.size());
        assertEquals(10_000, bench.out.size());
        assertTrue(updates.stream().allMatch(bench::fits));
        List<Update> withdrawals = bench.advertise(Set.of()).flush();
        assertTrue(withdrawals.size() <= 13, "messages: " + withdrawals.size());
        assertTrue(withdrawals.stream().allMatch(bench::fits));
        assertEquals(0, bench.out.size());
    }

    @Test
    void hundredThousandHostsFitIntoHundredThirtyMessages() {
        List<Update> updates = bench.advertise(hosts(0, 100_000)).flushRoutes();
        assertTrue(updates.size() <= 128, "messages: " + updates.size());
        assertEquals(100_000, bench.out.size());
    }

    @Test
    void everyMessageButTheLastOfAnIpv6SetIsFull() {
        List<Update> updates = bench.advertise(hosts6(0, 1000)).flushRoutes();
        assertTrue(updates.stream().allMatch(bench::fits));
        int nlri = 17;
        updates.subList(0, updates.size() - 1)
                .forEach(update -> assertTrue(bench.octets(update).readableBytes() > 4096 - nlri));
        List<Update> withdrawals = bench.advertise(Set.of()).flush();
        withdrawals
                .subList(0, withdrawals.size() - 1)
                .forEach(update -> assertTrue(bench.octets(update).readableBytes() > 4096 - nlri));
    }

    @Test
    void routesWithOtherAttributesGoInOtherMessages() {
        Route tagged = Route.of(host(3)).with(RouteAttributes.DEFAULT.withMed(5));
        bench.advertise(Set.of(Route.of(host(1)), Route.of(host(2)), tagged));
        assertEquals(
                Set.of(1, 2),
                Set.copyOf(bench.flushRoutes().stream()
                        .map(update -> update.announced().size())
                        .toList()));
    }

    @Test
    void pathsOfAPrefixComeInMessagesNextToEachOther() {
        RibBench many = RibBench.addPath(4);
        Set<Route> routes = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            for (int hop = 8; hop < 12; hop++) {
                routes.add(RibBench.via(i, "192.0.2." + hop, hop));
            }
        }
        List<Update> updates = many.advertise(routes).flushRoutes();
        assertEquals(20, updates.size());
        for (int i = 0; i < updates.size(); i += 4) {
            List<Set<?>> prefixes = updates.subList(i, i + 4).stream()
                    .<Set<?>>map(update -> Set.copyOf(update.announced().stream()
                            .map(path -> path.prefix())
                            .toList()))
                    .toList();
            assertEquals(1, Set.copyOf(prefixes).size(), "four messages of the same prefixes from " + i);
        }
    }

    @Test
    void ipv4RouteWithAnIpv4NextHopIsInTheOldFields() {
        Update update = bench.advertise(hosts(7, 8)).flush().getFirst();
        assertEquals(message(23 + 20 + 5, """
                        0000
                        0014
                        40 01 01 00                   # ORIGIN IGP
                        40 02 06 02 01 0000fde9       # AS_PATH 65001
                        40 03 04 c0000207             # NEXT_HOP 192.0.2.7
                        20 c6330007
                        """), hex(bench, update));
    }

    @Test
    void ipv6RouteIsInMpReachWhichComesFirst() {
        Update update = bench.advertise(hosts6(7, 8)).flush().get(1);
        assertEquals(message(23 + 41 + 13, """
                        0000
                        0036
                        80 0e 26 0002 01              # MP_REACH_NLRI, IPv6 unicast
                        10 20010db8000000000000000000000007 00
                        80 20010db8000100000000000000000007
                        40 01 01 00
                        40 02 06 02 01 0000fde9
                        """), hex(bench, update));
    }

    @Test
    void linkLocalAddressFollowsTheGlobalOne() {
        SelfAddresses self =
                new SelfAddresses(Optional.empty(), Optional.of(RibBench.US6), Optional.of(RibBench.LINK_LOCAL));
        SessionLink link = new SessionLink(Optional.of(RibBench.PEER6), self, List.of());
        RibBench dual = new RibBench(RibBench.peer(65001), link, EXTERNAL);
        Update update = dual.advertise(hosts6(7, 8)).flush().get(1);
        String hops = "20" + "20010db8000000000000000000000007" + "fe800000000000000000000000000007";
        assertTrue(hex(dual, update).contains("800e36000201" + hops + "0080"), hex(dual, update));
    }

    @Test
    void ipv4RouteWithAnIpv6NextHopIsInMpReach() {
        CodecContext extended = new CodecContext(true, true, EXTERNAL.families(), Set.of(), Set.of(), true);
        SessionLink link = new SessionLink(Optional.of(RibBench.PEER6), SelfAddresses.of(RibBench.US6), List.of());
        RibBench bench6 = new RibBench(RibBench.peer(65001), link, extended);
        Update update = bench6.advertise(hosts(7, 8)).flush().getFirst();
        assertEquals(message(23 + 29 + 13, """
                        0000
                        002a
                        80 0e 1a 0001 01              # MP_REACH_NLRI, IPv4 unicast
                        10 20010db8000000000000000000000007 00
                        20 c6330007
                        40 01 01 00
                        40 02 06 02 01 0000fde9
                        """), hex(bench6, update));
    }

    @Test
    void pathIdentifiersStandBeforeRoutesAndWithdrawals() {
        RibBench many = RibBench.addPath(8);
        Route route = Route.via(host(7), IpAddress.of("192.0.2.9"), 0xFFFF_FFFEL);
        Update announced = many.advertise(Set.of(route)).flush().getFirst();
        assertTrue(hex(many, announced).endsWith("fffffffe20c6330007"));
        Update withdrawn = many.advertise(Set.of()).flush().getFirst();
        assertEquals(message(32, "0009 fffffffe 20c6330007 0000"), hex(many, withdrawn));
    }

    @Test
    void ipv6RouteIsWithdrawnByMpUnreach() {
        bench.advertise(hosts6(7, 8)).flush();
        Update update = bench.advertise(Set.of()).flush().getFirst();
        assertEquals(message(46, "0000 0017 80 0f 14 0002 01 80 20010db8000100000000000000000007"), hex(bench, update));
    }

    @Test
    void endOfRibOfIpv6IsAnEmptyMpUnreach() {
        assertEquals(message(29, "0000 0006 80 0f 03 0002 01"), hex(bench, Update.endOfRib(V6)));
        assertEquals(
                List.of(),
                bench.advertise(Set.of(Route.of(host6(1)))).flush().get(1).announced());
    }

    /// All that a route and a peer's policy can carry at most leaves room for prefixes.
    @Test
    void heaviestAttributesLeaveRoomForHundredPrefixes() {
        PeerConfig peer = RibBench.peer(4200000000L)
                .withExport(heaviest(0))
                .withRole(BgpRole.PEER)
                .withFamilies(FamilyConfig.IPV4.withAddPath(2), FamilyConfig.IPV6);
        SelfAddresses self =
                new SelfAddresses(Optional.empty(), Optional.of(RibBench.US6), Optional.of(RibBench.LINK_LOCAL));
        CodecContext narrow = new CodecContext(false, true, EXTERNAL.families(), Set.of(), Set.of(V4), true);
        RibBench heavy = new RibBench(peer, new SessionLink(Optional.of(RibBench.PEER6), self, List.of()), narrow);
        heavy.out.reexport(heavy.out.export().draining(true));
        Set<Route> routes =
                hosts(0, 300).stream().map(route -> route.with(heaviest(1000))).collect(Collectors.toSet());
        List<Update> updates = heavy.advertise(routes).flushRoutes();
        assertEquals(2, updates.size());
        assertTrue(updates.stream().allMatch(heavy::fits));
        assertTrue(heavy.octets(updates.getFirst()).readableBytes() > 2048);
    }

    private static RouteAttributes heaviest(int first) {
        List<Community> communities = IntStream.range(first, first + RouteAttributes.MAX_COMMUNITY_OCTETS / 4)
                .mapToObj(i -> new Community(65000, i))
                .toList();
        return RouteAttributes.DEFAULT
                .withCommunities(communities)
                .withPrepend(RouteAttributes.MAX_PREPEND)
                .withStandby(RouteAttributes.MAX_STANDBY)
                .withMed(1)
                .withLinkBandwidth(1);
    }
}
