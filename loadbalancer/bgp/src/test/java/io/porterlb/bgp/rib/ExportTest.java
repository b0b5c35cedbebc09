package io.porterlb.bgp.rib;

import static io.porterlb.bgp.rib.RibBench.EXTERNAL;
import static io.porterlb.bgp.rib.RibBench.INTERNAL;
import static io.porterlb.bgp.rib.RibBench.US;
import static io.porterlb.bgp.rib.RibBench.V4;
import static io.porterlb.bgp.rib.RibBench.host;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.porterlb.bgp.BgpRole;
import io.porterlb.bgp.Community;
import io.porterlb.bgp.ExtendedCommunity;
import io.porterlb.bgp.LargeCommunity;
import io.porterlb.bgp.PeerConfig;
import io.porterlb.bgp.Route;
import io.porterlb.bgp.RouteAttributes;
import io.porterlb.bgp.wire.attribute.As4Path;
import io.porterlb.bgp.wire.attribute.AsPath;
import io.porterlb.bgp.wire.attribute.AsPathSegment;
import io.porterlb.bgp.wire.attribute.Communities;
import io.porterlb.bgp.wire.attribute.ExtendedCommunities;
import io.porterlb.bgp.wire.attribute.LargeCommunities;
import io.porterlb.bgp.wire.attribute.LocalPref;
import io.porterlb.bgp.wire.attribute.MultiExitDisc;
import io.porterlb.bgp.wire.attribute.NextHop;
import io.porterlb.bgp.wire.attribute.OnlyToCustomer;
import io.porterlb.bgp.wire.attribute.Origin;
import io.porterlb.bgp.wire.attribute.PathAttribute;
import io.porterlb.bgp.wire.value.CodecContext;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportTest {
    private static final RouteAttributes DEFAULT = RouteAttributes.DEFAULT;
    private static final Community ONE = new Community(65000, 1);
    private static final Community TWO = new Community(65000, 2);

    private static Export export(PeerConfig peer, CodecContext codec) {
        return new Export(peer, RibBench.LINK, codec);
    }

    private static Export external() {
        return export(RibBench.peer(65001), EXTERNAL);
    }

    private static Export internal() {
        return export(RibBench.peer(65000), INTERNAL);
    }

    private static List<PathAttribute> attributes(Export export, RouteAttributes route) {
        return export.offers(List.of(Route.of(host(1)).with(route)), V4)
                .getFirst()
                .attributes()
                .attributes();
    }

    private static <T extends PathAttribute> List<T> of(Class<T> type, Export export, RouteAttributes route) {
        return attributes(export, route).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static AsPath path(Long... asNumbers) {
        return new AsPath(List.of(AsPathSegment.sequence(asNumbers)));
    }

    @Test
    void externalPeerGetsOurAsAndNoLocalPref() {
        assertEquals(
                List.of(Origin.IGP, path(65001L), new NextHop(US)), attributes(external(), DEFAULT.withLocalPref(200)));
    }

    @Test
    void internalPeerGetsAnEmptyPathAndLocalPref() {
        assertEquals(
                List.of(Origin.IGP, AsPath.EMPTY, new NextHop(US), new LocalPref(100)),
                attributes(internal(), DEFAULT.withPrepend(3)));
        assertEquals(List.of(new LocalPref(200)), of(LocalPref.class, internal(), DEFAULT.withLocalPref(200)));
    }

    @Test
    void prependsOfRouteAndPeerAddUp() {
        Export export = export(RibBench.peer(65001).withExport(DEFAULT.withPrepend(1)), EXTERNAL);
        assertEquals(List.of(path(65001L, 65001L, 65001L, 65001L)), of(AsPath.class, export, DEFAULT.withPrepend(2)));
    }

    @Test
    void medAndLocalPrefOfThePeerAreForRoutesWithout() {
        RouteAttributes policy = DEFAULT.withMed(7).withLocalPref(70);
        Export export = export(RibBench.peer(65000).withExport(policy), INTERNAL);
        assertEquals(List.of(new MultiExitDisc(7)), of(MultiExitDisc.class, export, DEFAULT));
        assertEquals(List.of(new LocalPref(70)), of(LocalPref.class, export, DEFAULT));
        RouteAttributes own = DEFAULT.withMed(5).withLocalPref(50);
        assertEquals(List.of(new MultiExitDisc(5)), of(MultiExitDisc.class, export, own));
        assertEquals(List.of(new LocalPref(50)), of(LocalPref.class, export, own));
    }

    @Test
    void eachPlaceOnStandbyIsThreeMorePrependsWhateverElseMakesThePathLonger() {
        Export export = export(RibBench.peer(65001).withExport(DEFAULT.withPrepend(1)), EXTERNAL);
        assertEquals(
                List.of(path(Collections.nCopies(9, 65001L).toArray(Long[]::new))),
                of(AsPath.class, export, DEFAULT.withPrepend(1).withStandby(2)));
        RouteAttributes longest =
                DEFAULT.withPrepend(RouteAttributes.MAX_PREPEND).withStandby(RouteAttributes.MAX_STANDBY);
        assertEquals(
                List.of(path(Collections.nCopies(39, 65001L).toArray(Long[]::new))), of(AsPath.class, export, longest));
    }

    @Test
    void eachPlaceOnStandbyIsOneLessOfTheLocalPreferenceWhoeverGivesIt() {
        Export plain = internal();
        assertEquals(List.of(new LocalPref(97)), of(LocalPref.class, plain, DEFAULT.withStandby(3)));
        RouteAttributes own = DEFAULT.withLocalPref(200).withStandby(1);
        assertEquals(List.of(new LocalPref(199)), of(LocalPref.class, plain, own));
        Export export = export(RibBench.peer(65000).withExport(DEFAULT.withLocalPref(70)), INTERNAL);
        assertEquals(List.of(new LocalPref(68)), of(LocalPref.class, export, DEFAULT.withStandby(2)));
        RouteAttributes low = DEFAULT.withLocalPref(2).withStandby(3);
        assertEquals(List.of(new LocalPref(0)), of(LocalPref.class, plain, low));
    }

    @Test
    void theStandbyOfAPeerComesOnTop() {
        Export export = export(RibBench.peer(65000).withExport(DEFAULT.withStandby(1)), INTERNAL);
        assertEquals(List.of(new LocalPref(97)), of(LocalPref.class, export, DEFAULT.withStandby(2)));
    }

    @Test
    void aDrainIsLessPreferredThanAnyStandby() {
        Export drained = internal().draining(true);
        assertEquals(List.of(new LocalPref(0)), of(LocalPref.class, drained, DEFAULT));
        assertEquals(List.of(new LocalPref(0)), of(LocalPref.class, drained, DEFAULT.withStandby(3)));
    }

    @Test
    void communitiesOfThePeerComeOnTopInOrderAndOnce() {
        PeerConfig peer = RibBench.peer(65001).withExport(DEFAULT.withCommunities(List.of(ONE, TWO)));
        List<Community> own = List.of(TWO, Community.NO_EXPORT);
        assertEquals(
                List.of(new Communities(List.of(ONE.number(), TWO.number(), 0xFFFF_FF01))),
                of(Communities.class, export(peer, EXTERNAL), DEFAULT.withCommunities(own)));
    }

    @Test
    void drainTellsEveryPeerAndTakesThePreferenceFromInternalOnes() {
        RouteAttributes route = DEFAULT.withLocalPref(200).withCommunities(List.of(ONE));
        Communities tagged = new Communities(List.of(ONE.number(), Community.GRACEFUL_SHUTDOWN.number()));
        assertEquals(List.of(tagged), of(Communities.class, external().draining(true), route));
        Export internal = internal().draining(true);
        assertEquals(List.of(tagged), of(Communities.class, internal, route));
        assertEquals(List.of(new LocalPref(0)), of(LocalPref.class, internal, route));
        assertEquals(attributes(internal(), route), attributes(internal.draining(false), route));
    }

    @Test
    void aRouteThatIsLeavingIsToldAsUnderADrainAndNoOtherIs() {
        RouteAttributes route = DEFAULT.withLocalPref(200).withCommunities(List.of(ONE));
        RouteAttributes leaving = route.withLeaving(true);
        assertEquals(attributes(external().draining(true), route), attributes(external(), leaving));
        assertEquals(attributes(internal().draining(true), route), attributes(internal(), leaving));
        assertEquals(List.of(), of(Communities.class, external(), DEFAULT));
    }

    @Test
    void drainOutlastsAnotherConfiguration() {
        Export export = external().draining(true).with(RibBench.peer(65001).withExport(DEFAULT.withMed(1)));
        assertEquals(1, of(Communities.class, export, DEFAULT).size());
    }

    @Test
    void narrowPeerGetsAs4PathBesideAsTrans() {
        Export narrow = export(RibBench.peer(4200000000L), CodecContext.ipv4(false, true));
        assertEquals(
                new As4Path(List.of(AsPathSegment.sequence(4200000000L, 4200000000L))),
                attributes(narrow, DEFAULT.withPrepend(1)).getLast());
        Export small = export(RibBench.peer(65001), CodecContext.ipv4(false, true));
        assertEquals(List.of(), of(As4Path.class, small, DEFAULT));
    }

    @Test
    void routesOfTheSameAttributesShareASet() {
        Export export = external();
        List<Offer> first = export.offers(List.of(Route.of(host(1)).with(DEFAULT.withMed(1))), V4);
        assertEquals(1, export.offers(List.of(Route.of(host(2))), V4).size());
        List<Offer> second = export.offers(List.of(Route.of(host(3)).with(DEFAULT.withMed(1))), V4);
        assertSame(first.getFirst().attributes(), second.getFirst().attributes());
    }

    @Test
    void extendedAndLargeCommunitiesOfBothAreSentInOrderAndOnce() {
        ExtendedCommunity low = new ExtendedCommunity(1);
        ExtendedCommunity high = new ExtendedCommunity(-1);
        LargeCommunity first = new LargeCommunity(1, 2, 3);
        LargeCommunity second = new LargeCommunity(4200000000L, 0, 0);
        RouteAttributes policy =
                DEFAULT.withExtendedCommunities(List.of(low, high)).withLargeCommunities(List.of(second));
        RouteAttributes own =
                DEFAULT.withExtendedCommunities(List.of(high)).withLargeCommunities(List.of(second, first));
        Export export = export(RibBench.peer(65001).withExport(policy), EXTERNAL);
        assertEquals(List.of(new ExtendedCommunities(List.of(1L, -1L))), of(ExtendedCommunities.class, export, own));
        assertEquals(
                List.of(new LargeCommunities(
                        List.of(new LargeCommunities.Value(1, 2, 3), new LargeCommunities.Value(4200000000L, 0, 0)))),
                of(LargeCommunities.class, export, own));
    }

    /// Non-transitive, two-octet AS; an IEEE single of octets a second.
    @Test
    void linkBandwidthOfTheRouteOrElseOfThePeerIsAnExtendedCommunity() {
        Export export = export(RibBench.peer(65001).withExport(DEFAULT.withLinkBandwidth(1)), EXTERNAL);
        assertEquals(
                List.of(new ExtendedCommunities(List.of(0x4004_FDE9_3F80_0000L))),
                of(ExtendedCommunities.class, export, DEFAULT));
        assertEquals(
                List.of(new ExtendedCommunities(List.of(0x4004_FDE9_4CEE_6B28L))),
                of(ExtendedCommunities.class, export, DEFAULT.withLinkBandwidth(125_000_000)));
    }

    @ParameterizedTest
    @EnumSource(BgpRole.class)
    void whatGoesDownOrSidewaysIsOnlyToCustomer(BgpRole ours) {
        Set<BgpRole> marking = Set.of(BgpRole.PROVIDER, BgpRole.PEER, BgpRole.RS);
        List<OnlyToCustomer> expected = marking.contains(ours) ? List.of(new OnlyToCustomer(65001)) : List.of();
        Export export = export(RibBench.peer(65001).withRole(ours), EXTERNAL);
        assertEquals(expected, of(OnlyToCustomer.class, export, DEFAULT));
        Export internal = export(RibBench.peer(65000).withRole(ours), INTERNAL);
        assertEquals(List.of(), of(OnlyToCustomer.class, internal, DEFAULT));
    }

    @Test
    void attributesStandInTheOrderOfTheirTypes() {
        RouteAttributes all = DEFAULT.withMed(1)
                .withCommunities(List.of(ONE))
                .withLinkBandwidth(1)
                .withLargeCommunities(List.of(new LargeCommunity(1, 2, 3)));
        PeerConfig peer = RibBench.peer(4200000000L).withRole(BgpRole.PEER);
        List<Integer> codes = attributes(export(peer, CodecContext.ipv4(false, true)), all).stream()
                .map(PathAttribute::code)
                .toList();
        assertEquals(List.of(1, 2, 3, 4, 8, 16, 17, 32, 35), codes);
    }
}
