package io.porterlb.bgp.rib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.Prefix;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.MessageHeader;
import io.porterlb.bgp.wire.MessageWriter;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdjRibOutTest {
    private static final IpAddress PEER = IpAddress.of("192.0.2.1");
    private static final IpAddress US = IpAddress.of("192.0.2.7");
    private static final IpAddress ID = IpAddress.of("10.0.0.1");
    private static final CodecContext EXTERNAL = CodecContext.ipv4(true, true);
    private static final CodecContext INTERNAL = CodecContext.ipv4(true, false);

    private LocalRoutes routes = LocalRoutes.NONE;
    private AdjRibOut out = adjRibOut(65001, EXTERNAL, US);

    private static AdjRibOut adjRibOut(long localAs, CodecContext codec, IpAddress localAddress) {
        PeerConfig peer = PeerConfig.of("leaf-a", PEER, localAs, 65000, ID);
        return new AdjRibOut(new Export(peer, localAddress, codec), codec);
    }

    private static Prefix host(int number) {
        return Prefix.host(new IpAddress(IpFamily.V4, 0, 0xC633_0000L + number));
    }

    private static PathPrefix path(int number) {
        return PathPrefix.of(host(number));
    }

    private static Set<Route> hosts(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Route.of(host(i))).collect(Collectors.toSet());
    }

    private void advertise(Set<Route> wanted) {
        LocalRoutes next = LocalRoutes.of(wanted);
        out.apply(RouteDelta.between(routes, next));
        routes = next;
    }

    private List<Update> flush() {
        List<Update> updates = new ArrayList<>();
        Optional<Update> next = out.next();
        while (next.isPresent()) {
            updates.add(next.get());
            next = out.next();
        }
        return updates;
    }

    private static int length(Update update) {
        ByteBuf buffer = Unpooled.buffer();
        MessageWriter.write(update, buffer, EXTERNAL);
        return buffer.readableBytes();
    }

    @Test
    void endOfRibComesOnceEvenWithoutRoutes() {
        assertEquals(List.of(Update.END_OF_RIB), flush());
        assertEquals(List.of(), flush());
    }

    @Test
    void tenThousandHostsFitIntoFourteenMessages() {
        advertise(hosts(0, 10_000));
        List<Update> updates = flush();
        assertTrue(updates.size() <= 14, "messages: " + updates.size());
        assertEquals(Update.END_OF_RIB, updates.getLast());
        assertEquals(10_000, out.size());
        updates.forEach(update -> assertTrue(length(update) <= MessageHeader.MAX_LENGTH));
        advertise(Set.of());
        assertEquals(13, flush().size());
        assertEquals(0, out.size());
    }

    @Test
    void onlyTheDifferenceIsSent() {
        advertise(hosts(0, 3));
        flush();
        advertise(hosts(1, 4));
        List<Update> updates = flush();
        assertEquals(List.of(path(0)), updates.get(0).withdrawn());
        assertEquals(List.of(path(3)), updates.get(1).announced());
        assertEquals(2, updates.size());
    }

    @Test
    void whatChangesBackIsNeverSent() {
        advertise(hosts(0, 3));
        flush();
        advertise(Set.of());
        advertise(hosts(0, 3));
        assertEquals(List.of(), flush());
        advertise(hosts(0, 4));
        advertise(hosts(0, 3));
        assertEquals(List.of(), flush());
    }

    @Test
    void routesWithOtherAttributesGoInOtherMessages() {
        RouteAttributes tagged = RouteAttributes.DEFAULT
                .withMed(5)
                .withCommunities(List.of(new Community(65000, 2), new Community(65000, 1)));
        advertise(Set.of(Route.of(host(1)), Route.of(host(2)), Route.of(host(3)).with(tagged)));
        List<Update> updates = flush();
        assertEquals(3, updates.size());
        Update update = updates.stream()
                .filter(u -> u.announced().contains(path(3)))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(
                        Origin.IGP,
                        new AsPath(List.of(AsPathSegment.sequence(65001L))),
                        new NextHop(US),
                        new MultiExitDisc(5),
                        new Communities(List.of(0xFDE8_0001, 0xFDE8_0002))),
                update.attributes());
    }

    @Test
    void mostCommunitiesLeaveRoomForPrefixes() {
        List<Community> many = IntStream.range(0, RouteAttributes.MAX_COMMUNITY_OCTETS / 4)
                .mapToObj(i -> new Community(65000, i))
                .toList();
        RouteAttributes heavy = RouteAttributes.DEFAULT.withCommunities(many);
        advertise(IntStream.range(0, 1000)
                .mapToObj(i -> Route.of(host(i)).with(heavy))
                .collect(Collectors.toSet()));
        List<Update> updates = flush();
        updates.forEach(update -> assertTrue(length(update) <= MessageHeader.MAX_LENGTH));
        assertEquals(3, updates.size());
    }

    @Test
    void internalPeerGetsAnEmptyPathAndLocalPref() {
        out = adjRibOut(65000, INTERNAL, US);
        advertise(hosts(0, 1));
        assertEquals(
                List.of(Origin.IGP, AsPath.EMPTY, new NextHop(US), new LocalPref(100)),
                flush().getFirst().attributes());
    }

    @Test
    void narrowPeerGetsAs4PathBesideAsTrans() {
        out = adjRibOut(4200000000L, CodecContext.ipv4(false, true), US);
        advertise(hosts(0, 1));
        assertEquals(
                new As4Path(List.of(AsPathSegment.sequence(4200000000L))),
                flush().getFirst().attributes().getLast());
    }

    @Test
    void peerIsNotToldOfItselfOrOfWhatItCannotTake() {
        Route viaPeer = Route.via(host(1), PEER, 2);
        Route ipv6 = Route.of(Prefix.host(IpAddress.of("2001:db8::1")));
        advertise(Set.of(viaPeer, ipv6));
        assertEquals(List.of(Update.END_OF_RIB), flush());
    }

    @Test
    void overIpv6OnlyRoutesWithANextHopGo() {
        out = adjRibOut(65001, EXTERNAL, IpAddress.of("2001:db8::7"));
        advertise(Set.of(Route.of(host(1)), Route.via(host(2), US, 2)));
        assertEquals(List.of(path(2)), flush().getFirst().announced());
    }

    @Test
    void routeWhoseNextHopBecomesThePeerIsWithdrawn() {
        advertise(hosts(1, 2));
        flush();
        advertise(Set.of(Route.via(host(1), PEER, 2)));
        assertEquals(List.of(path(1)), flush().getFirst().withdrawn());
    }

    @Test
    void ofSeveralNextHopsThePeerGetsTheSameAlways() {
        Route self = Route.of(host(1));
        Route low = Route.via(host(1), IpAddress.of("192.0.2.8"), 8);
        Route high = Route.via(host(1), IpAddress.of("192.0.2.9"), 9);
        assertEquals(Set.of(low), Set.copyOf(LocalRoutes.of(Set.of(high, low)).all()));
        assertEquals(
                Set.of(self), Set.copyOf(LocalRoutes.of(Set.of(high, self, low)).all()));
    }

    @Test
    void twoRoutesThatDifferInAttributesOnlyAreAMistake() {
        Route other = Route.of(host(1)).with(RouteAttributes.DEFAULT.withMed(1));
        assertThrows(IllegalArgumentException.class, () -> LocalRoutes.of(Set.of(Route.of(host(1)), other)));
    }

    @Test
    void refreshSendsEverythingAgainAndNoSecondEndOfRib() {
        advertise(hosts(0, 5));
        flush();
        out.readvertise();
        List<Update> updates = flush();
        assertEquals(1, updates.size());
        assertEquals(5, updates.getFirst().announced().size());
    }

    static LongStream seeds() {
        long first = System.nanoTime();
        return LongStream.concat(LongStream.range(0, 10), LongStream.range(first, first + 2));
    }

    /// A router that only listens ends up with exactly the routes, whatever was changed when.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void peerEndsUpWithTheRoutes(long seed) {
        Random random = new Random(seed);
        Set<Prefix> router = new HashSet<>();
        for (int step = 0; step < 200; step++) {
            advertise(randomRoutes(random));
            if (random.nextInt(5) == 0) {
                out.readvertise();
            }
            for (int messages = random.nextInt(4); messages > 0; messages--) {
                out.next().ifPresent(update -> receive(update, router));
            }
        }
        flush().forEach(update -> receive(update, router));
        assertEquals(routes.byPrefix().keySet(), router);
        assertEquals(router.size(), out.size());
    }

    private static Set<Route> randomRoutes(Random random) {
        return IntStream.range(0, 12)
                .filter(_ -> random.nextBoolean())
                .mapToObj(i -> Route.of(host(i)).with(RouteAttributes.DEFAULT.withMed(random.nextInt(2))))
                .collect(Collectors.toSet());
    }

    private static void receive(Update update, Set<Prefix> router) {
        update.withdrawn().forEach(path -> assertTrue(router.remove(path.prefix()), "withdrawn, but unknown: " + path));
        update.announced().forEach(path -> router.add(path.prefix()));
    }
}
