package io.porterlb.bgp.rib;

import static io.porterlb.bgp.rib.RibBench.V4;
import static io.porterlb.bgp.rib.RibBench.V6;
import static io.porterlb.bgp.rib.RibBench.host;
import static io.porterlb.bgp.rib.RibBench.hosts;
import static io.porterlb.bgp.rib.RibBench.hosts6;
import static io.porterlb.bgp.rib.RibBench.via;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.bgp.FamilyConfig;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.Update;
import io.porterlb.bgp.wire.value.CodecContext;
import io.porterlb.bgp.wire.value.PathPrefix;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdjRibOutTest {
    private final RibBench bench = RibBench.external();

    private static PathPrefix path(int number) {
        return PathPrefix.of(host(number));
    }

    private static PathPrefix path(int number, long id) {
        return new PathPrefix(id, host(number));
    }

    @Test
    void endOfRibComesOnceForEachFamilyEvenWithoutRoutes() {
        assertEquals(List.of(Update.endOfRib(V4), Update.endOfRib(V6)), bench.flush());
        assertEquals(List.of(), bench.flush());
    }

    @Test
    void endOfRibComesAfterTheRoutesOfItsFamily() {
        bench.advertise(hosts6(0, 1));
        List<Update> updates = bench.flush();
        assertEquals(Update.endOfRib(V4), updates.get(0));
        assertEquals(Update.endOfRib(V6), updates.get(2));
    }

    @Test
    void heldEndOfRibComesWhenItIsLetGo() {
        bench.out.holdEndOfRib(true);
        bench.advertise(hosts(0, 1));
        assertEquals(1, bench.flush().size());
        bench.out.holdEndOfRib(false);
        assertEquals(List.of(Update.endOfRib(V4), Update.endOfRib(V6)), bench.flush());
    }

    @Test
    void onlyTheDifferenceIsSent() {
        bench.advertise(hosts(0, 3)).flush();
        List<Update> updates = bench.advertise(hosts(1, 4)).flush();
        assertEquals(List.of(path(0)), updates.get(0).withdrawn());
        assertEquals(List.of(path(3)), updates.get(1).announced());
        assertEquals(2, updates.size());
    }

    @Test
    void whatChangesBackIsNeverSent() {
        bench.advertise(hosts(0, 3)).flush();
        bench.advertise(Set.of()).advertise(hosts(0, 3));
        assertEquals(List.of(), bench.flush());
        bench.advertise(hosts(0, 4)).advertise(hosts(0, 3));
        assertEquals(List.of(), bench.flush());
    }

    @Test
    void refreshSendsEverythingAgainAndNoSecondEndOfRib() {
        bench.advertise(hosts(0, 5)).advertise(hosts(0, 5)).flush();
        bench.out.readvertise(V4);
        assertFalse(bench.out.isDrained(V4));
        List<Update> updates = bench.flush();
        assertEquals(1, updates.size());
        assertEquals(5, updates.getFirst().announced().size());
        assertTrue(bench.out.isDrained(V4));
    }

    @Test
    void refreshOfAFamilyLeavesTheOtherAlone() {
        bench.advertise(hosts(0, 5)).flush();
        bench.out.readvertise(V6);
        assertEquals(List.of(), bench.flush());
    }

    @Test
    void refreshIsNotForgottenWhenTheRouteChangesBackMeanwhile() {
        Set<Route> other = Set.of(Route.of(host(0)).with(RouteAttributes.DEFAULT.withMed(1)));
        bench.advertise(hosts(0, 1)).flush();
        bench.out.readvertise(V4);
        bench.advertise(other).advertise(hosts(0, 1));
        assertEquals(List.of(path(0)), bench.flush().getFirst().announced());
    }

    @Test
    void peerThatTakesOnePathGetsTheBestAndTheNextOnceThatIsGone() {
        Set<Route> both = Set.of(via(0, "192.0.2.8", 8), via(0, "192.0.2.9", 9));
        bench.advertise(both).flush();
        assertEquals(1, bench.out.size());
        List<Update> updates = bench.advertise(Set.of(via(0, "192.0.2.9", 9))).flush();
        assertEquals(1, updates.size());
        assertEquals(List.of(path(0)), updates.getFirst().announced());
        assertEquals(1, bench.out.size());
    }

    @Test
    void addPathPeerGetsTheBestPathsUpToItsLimit() {
        RibBench two = RibBench.addPath(2);
        Set<Route> three = Set.of(via(0, "192.0.2.8", 8), via(0, "192.0.2.9", 9), via(0, "192.0.2.10", 1));
        two.advertise(three);
        List<PathPrefix> told = two.flushRoutes().stream()
                .flatMap(update -> update.announced().stream())
                .toList();
        assertEquals(Set.of(path(0, 8), path(0, 9)), Set.copyOf(told));
    }

    @Test
    void pathThatIsGoneIsWithdrawnByItsIdentifier() {
        RibBench many = RibBench.addPath(8);
        many.advertise(Set.of(via(0, "192.0.2.8", 8), via(0, "192.0.2.9", 9))).flush();
        List<Update> updates = many.advertise(Set.of(via(0, "192.0.2.9", 9))).flush();
        assertEquals(List.of(Update.withdrawing(List.of(path(0, 8)))), updates);
    }

    @Test
    void lastPathIsWithdrawnOnlyAfterItsSuccessorIsAnnounced() {
        RibBench many = RibBench.addPath(8);
        many.advertise(Set.of(via(0, "192.0.2.8", 8))).flush();
        List<Update> updates = many.advertise(Set.of(via(0, "192.0.2.9", 9))).flush();
        assertEquals(List.of(path(0, 9)), updates.get(0).announced());
        assertEquals(List.of(path(0, 8)), updates.get(1).withdrawn());
    }

    @Test
    void deadPathIsWithdrawnBeforeAnythingIsAnnouncedWhereOthersRemain() {
        RibBench many = RibBench.addPath(8);
        many.advertise(Set.of(via(0, "192.0.2.8", 8), via(0, "192.0.2.9", 9))).flush();
        List<Update> updates = many.advertise(Set.of(via(0, "192.0.2.9", 9), via(0, "192.0.2.10", 10)))
                .flush();
        assertEquals(List.of(path(0, 8)), updates.get(0).withdrawn());
        assertEquals(List.of(path(0, 10)), updates.get(1).announced());
    }

    @Test
    void otherNumberOfPathsTakesEffectAtOnce() {
        RibBench many = RibBench.addPath(1);
        many.advertise(Set.of(via(0, "192.0.2.8", 8), via(0, "192.0.2.9", 9))).flush();
        assertEquals(1, many.out.size());
        many.out.reexport(many.out.export().with(withPaths(8)));
        assertEquals(List.of(path(0, 9)), many.flush().getFirst().announced());
        many.out.reexport(many.out.export().with(withPaths(1)));
        assertEquals(List.of(path(0, 9)), many.flush().getFirst().withdrawn());
    }

    private static PeerConfig withPaths(int most) {
        return RibBench.peer(65001).withFamilies(FamilyConfig.IPV4.withAddPath(most), FamilyConfig.IPV6);
    }

    @Test
    void otherExportSendsOnlyWhatDiffers() {
        Set<Route> routes = Set.of(Route.of(host(0)).with(RouteAttributes.DEFAULT.withMed(5)), Route.of(host(1)));
        bench.advertise(routes).flush();
        RouteAttributes medForAll = RouteAttributes.DEFAULT.withMed(7);
        bench.out.reexport(bench.out.export().with(RibBench.peer(65001).withExport(medForAll)));
        List<Update> updates = bench.flush();
        assertEquals(1, updates.size());
        assertEquals(List.of(path(1)), updates.getFirst().announced());
        bench.out.reexport(bench.out.export().with(RibBench.peer(65001).withExport(medForAll)));
        assertEquals(List.of(), bench.flush());
    }

    @Test
    void routeWhoseNextHopBecomesThePeerIsWithdrawn() {
        bench.advertise(hosts(1, 2)).flush();
        bench.advertise(Set.of(Route.via(host(1), RibBench.PEER, 2)));
        assertEquals(List.of(path(1)), bench.flush().getFirst().withdrawn());
        assertEquals(0, bench.out.size());
    }

    @Test
    void routeForOtherPeersIsNotTold() {
        Route forAnother = Route.of(host(0)).only(Set.of("leaf-b"));
        Route forThis = Route.of(host(1)).only(Set.of("leaf-a", "leaf-b"));
        bench.advertise(Set.of(forAnother, forThis));
        assertEquals(List.of(path(1)), bench.flush().getFirst().announced());
    }

    @Test
    void peerGetsTheBestOfThosePathsThatAreForIt() {
        Route best = Route.of(host(0)).only(Set.of("leaf-b"));
        bench.advertise(Set.of(best, via(0, "192.0.2.9", 9)));
        assertEquals(1, bench.flushRoutes().size());
    }

    @Test
    void familyThatWasNotAgreedOnIsLeftOut() {
        RibBench ipv4 = new RibBench(RibBench.peer(65001), RibBench.LINK, CodecContext.ipv4(true, true));
        ipv4.advertise(hosts6(0, 1));
        assertEquals(List.of(Update.END_OF_RIB), ipv4.flush());
    }
}
