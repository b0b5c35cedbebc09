package io.porterlb.desired.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.allocation.Assignment.Cause;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One address for several Services. `default/web` has one, and the younger `default/dns` gets along with it unless
/// something is in the way.
class SharingTest {
    private static final String SHARED = "192.0.2.7";

    private final Cluster cluster = new Cluster();
    private final Eip pool = cluster.eip("a", "192.0.2.0/24");
    private final Service web = cluster.service("default/web").shares("k").ports(80, 443);
    private final Service dns = cluster.service("default/dns").shares("k").ports(53);

    /// What keeps two Services from one address, however they came to it.
    ///
    /// @param change makes it so, of `web` and `dns`
    record InTheWay(String what, String words, BiConsumer<Service, Service> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<InTheWay> inTheWay() {
        return Stream.of(
                new InTheWay("no key", "has not the same key", (_, dns) -> dns.annotations.clear()),
                new InTheWay("no key of the other", "has not the same key", (web, _) -> web.annotations.clear()),
                new InTheWay("empty keys", "has not the same key", (web, dns) -> {
                    web.shares(" ");
                    dns.shares(" ");
                }),
                new InTheWay("another key", "has not the same key", (_, dns) -> dns.shares("other")),
                new InTheWay("a port of both", "has port TCP/443 too", (_, dns) -> dns.ports(53, 443)),
                new InTheWay(
                        "another policy",
                        "has another spec.externalTrafficPolicy",
                        (_, dns) -> dns.policy = TrafficPolicy.LOCAL),
                new InTheWay("other Pods, with policy Local", "has not the same Pods for sure", (web, dns) -> {
                    web.policy = TrafficPolicy.LOCAL;
                    dns.policy = TrafficPolicy.LOCAL;
                    dns.selector = Map.of("app", "dns");
                }),
                new InTheWay("unknown Pods, with policy Local", "has not the same Pods for sure", (web, dns) -> {
                    web.policy = TrafficPolicy.LOCAL;
                    dns.policy = TrafficPolicy.LOCAL;
                    web.selector = Map.of();
                    dns.selector = Map.of();
                }));
    }

    private void recorded(Service... owners) {
        cluster.record(SHARED, "a", owners);
        Arrays.stream(owners).forEach(owner -> owner.reports(SHARED));
    }

    private static Set<AddressRecord.Owner> owners(Service... services) {
        return Arrays.stream(services)
                .map(service -> SharingTerms.owner(service.view()))
                .collect(Collectors.toSet());
    }

    @Test
    void whoAsksForAnAddressOfTheSameKeyJoins() {
        recorded(web);
        dns.ip(SHARED);
        Outcome outcome =
                Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).assigned("default/dns", SHARED);
        assertEquals(
                owners(web, dns),
                outcome.held("default/dns").holdings().getFirst().company());
    }

    @Test
    void aKeyAloneJoinsWhereThatKeyIsAndElseGetsAnAddressOfItsOwn() {
        recorded(web);
        cluster.service("default/other").shares("other").ports(53);
        Outcome.of(cluster).assigned("default/dns", SHARED).assigned("default/other", "192.0.2.0");
    }

    @Test
    void thoseThatComeTogetherGetOneAddress() {
        Outcome.of(cluster).assigned("default/web", "192.0.2.0").assigned("default/dns", "192.0.2.0");
    }

    @Test
    void metalLbsKeyIsReadAsTheSame() {
        recorded(web);
        dns.annotations.clear();
        dns.annotate("metallb.io/allow-shared-ip", "k");
        Outcome.of(cluster).assigned("default/dns", SHARED);
    }

    @Test
    void onePortOfTwoProtocolsIsNoPortOfBoth() {
        recorded(web);
        dns.ports = Set.of(new ServicePort("UDP", 80));
        Outcome.of(cluster).assigned("default/dns", SHARED);
    }

    @ParameterizedTest
    @MethodSource("inTheWay")
    void whatIsInTheWayKeepsWhoAsksOut(InTheWay what) {
        recorded(web);
        what.change().accept(web, dns.ip(SHARED));
        Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).refused("default/dns", "AddressTaken", SHARED);
    }

    @Test
    void whoAsksToShareIsToldWhyNotAndNobodyElseIs() {
        recorded(web);
        dns.ip(SHARED).ports(443);
        Outcome.of(cluster).refused("default/dns", "AddressTaken", "shared: Service default/web has port TCP/443 too.");
        dns.annotations.clear();
        Assignment.Refused plain = (Assignment.Refused) Outcome.of(cluster).of("default/dns");
        assertFalse(
                plain.problem().message().contains("shared"), plain.problem().message());
    }

    @ParameterizedTest
    @MethodSource("inTheWay")
    void whatIsInTheWayGivesWhoNamesAKeyAloneAnAddressOfItsOwn(InTheWay what) {
        recorded(web);
        what.change().accept(web, dns);
        Outcome.of(cluster).assigned("default/dns", "192.0.2.0");
    }

    @ParameterizedTest
    @MethodSource("inTheWay")
    void whereBothHaveChangedTheYoungerMovesAndIsTold(InTheWay what) {
        recorded(dns.shares("then"), web.shares("then"));
        what.change().accept(web.shares("k"), dns.shares("k"));
        Outcome outcome = Outcome.of(cluster)
                .holds("default/web", SHARED, Cause.KEPT)
                .holds("default/dns", "192.0.2.0", Cause.SEPARATED)
                .noticed("default/dns", "SharingEnded", SHARED, "192.0.2.0", "Service default/web " + what.words());
        assertEquals(
                List.copyOf(cluster.records.values()),
                outcome.held("default/dns").surplus());
    }

    @Test
    void whoChangedAloneMovesAndTheOtherKeepsTheAddress() {
        recorded(web, dns);
        web.ports(53, 443);
        Outcome.of(cluster)
                .holds("default/dns", SHARED, Cause.KEPT)
                .holds("default/web", "192.0.2.0", Cause.SEPARATED)
                .noticed("default/web", "SharingEnded", SHARED, "192.0.2.0", "Service default/dns has port TCP/53 too");
        web.ports(80);
        dns.annotations.clear();
        Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).holds("default/dns", "192.0.2.0", Cause.SEPARATED);
    }

    /// Its move may yet fail, and would leave two at one address that do not fit.
    @Test
    void whoChangedMovesAlsoFromOneThatIsAboutToMoveButNotFromOneThatHasAnotherAddressAlready() {
        recorded(web, dns);
        web.ip("192.0.2.9");
        dns.ports(80);
        Outcome.of(cluster)
                .assigned("default/web", "192.0.2.9")
                .holds("default/dns", "192.0.2.0", Cause.SEPARATED)
                .noticed("default/dns", "SharingEnded", SHARED, "Service default/web has port TCP/80 too");
        cluster.record("192.0.2.9", "a", web);
        Outcome.of(cluster).holds("default/web", "192.0.2.9", Cause.KEPT).holds("default/dns", SHARED, Cause.KEPT);
    }

    /// The API server tells the time of creation to the second.
    @Test
    void ofTwoOfOneSecondItIsTheOneThatChangedWhateverTheirNames() {
        Service late = cluster.twin("default/a", web).shares("k").ports(53);
        recorded(web, late);
        late.ports(80);
        Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).holds("default/a", "192.0.2.0", Cause.SEPARATED);
    }

    @Test
    void whoChangesAndStillFitsStaysOnItsNewTerms() {
        recorded(web, dns);
        dns.ports(54);
        Taking taking = Outcome.of(cluster)
                .holds("default/dns", SHARED, Cause.KEPT)
                .held("default/dns")
                .takings(dns.view())
                .getFirst();
        assertEquals(owners(web, dns), Set.copyOf(joined(taking).orElseThrow().owners()));
    }

    /// Nobody could tell what else it may get; and it is let in on no new terms.
    @Test
    void whoHasChangedIsLeftAloneAsLongAsItsNamespaceIsUnknown() {
        Service red = cluster.service("red/dns").shares("k").ports(5353);
        recorded(web, red);
        red.ports(80);
        cluster.namespaces.remove("red");
        Outcome outcome = Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT);
        assertEquals(new Assignment.LeftAlone(Optional.empty()), outcome.of("red/dns"));
    }

    @Test
    void withPolicyLocalThoseWithTheSamePodsShare() {
        web.policy = TrafficPolicy.LOCAL;
        dns.policy = TrafficPolicy.LOCAL;
        recorded(web);
        Outcome.of(cluster).assigned("default/dns", SHARED);
    }

    /// A selector picks Pods of its own namespace.
    @Test
    void withPolicyLocalNobodySharesAcrossNamespaces() {
        pool.sharing = SharingScope.CLUSTER;
        Service red = cluster.service("red/dns").shares("k").ports(5353);
        web.policy = TrafficPolicy.LOCAL;
        red.policy = TrafficPolicy.LOCAL;
        recorded(web);
        red.ip(SHARED);
        Outcome.of(cluster).refused("red/dns", "AddressTaken", "Service default/web has not the same Pods for sure");
        recorded(web, red);
        red.loadBalancerIp = Optional.empty();
        Outcome.of(cluster).holds("red/dns", "192.0.2.1", Cause.SEPARATED);
    }

    @Test
    void withPolicyClusterThePodsMayBeAny() {
        dns.selector = Map.of();
        recorded(web);
        Outcome.of(cluster).assigned("default/dns", SHARED);
    }

    @Test
    void anInterruptedSeparationGoesOnAndIsToldAgain() {
        recorded(web, dns);
        cluster.record("192.0.2.9", "a", dns);
        dns.ports(80);
        Outcome.of(cluster)
                .holds("default/dns", "192.0.2.9", Cause.SEPARATED)
                .noticed("default/dns", "SharingEnded", SHARED);
    }

    @Test
    void whoCannotStayAndGetsNothingElseGivesTheAddressUp() {
        recorded(web, dns);
        dns.ip(SHARED).ports(80);
        Outcome outcome = Outcome.of(cluster)
                .noticed(
                        "default/dns", "SharingEnded", "gives up " + SHARED, "Service default/web has port TCP/80 too");
        Assignment.Released released = assertInstanceOf(Assignment.Released.class, outcome.of("default/dns"));
        assertEquals(Set.of(SHARED), released.release().ingress());
        cluster.record(SHARED, "a", web);
        dns.reports();
        Outcome.of(cluster).refused("default/dns", "AddressTaken", "Service default/web has port TCP/80 too");
    }

    @Test
    void whoCannotStayWhereNothingIsFreeIsToldBoth() {
        pool.address = SHARED;
        recorded(web, dns);
        dns.ports(80);
        Outcome.of(cluster).noticed("default/dns", "SharingEnded", "gives up " + SHARED);
        cluster.record(SHARED, "a", web);
        dns.reports();
        Outcome.of(cluster)
                .refused(
                        "default/dns",
                        "AddressPoolExhausted",
                        "No address is free in Eip a",
                        "Service default/web has port TCP/80 too");
        dns.annotate(Annotations.EIP, "a");
        Outcome.of(cluster).refused("default/dns", "AddressPoolExhausted", "Service default/web has port TCP/80 too");
    }

    @Test
    void whoSharesWithNobodyIsToldOfTheFullEipAlone() {
        pool.address = SHARED;
        recorded(web);
        dns.shares("other");
        Assignment.Refused refused =
                assertInstanceOf(Assignment.Refused.class, Outcome.of(cluster).of("default/dns"));
        assertFalse(
                refused.problem().message().contains("shared"),
                refused.problem().message());
    }

    @Test
    void nobodyTakesThePortOfOneThatHasNotLeftYet() {
        recorded(web, dns);
        dns.ports(53, 80);
        cluster.service("default/late").shares("k").ports(53);
        Outcome.of(cluster).holds("default/dns", "192.0.2.0", Cause.SEPARATED).assigned("default/late", "192.0.2.1");
    }

    @Test
    void whoHasAnAddressDoesNotMoveToThatOfItsKey() {
        recorded(web);
        cluster.record("192.0.2.9", "a", dns);
        Outcome.of(cluster).holds("default/dns", "192.0.2.9", Cause.KEPT);
    }

    @Test
    void anotherNamespaceJoinsOnlyWhereTheEipLetsIt() {
        recorded(web);
        Service red = cluster.service("red/dns").shares("k").ports(5353);
        Outcome.of(cluster).assigned("red/dns", "192.0.2.0");
        red.ip(SHARED);
        Outcome.of(cluster).refused("red/dns", "AddressTaken", "spec.sharing of the Eip is not Cluster");
        pool.sharing = SharingScope.CLUSTER;
        Outcome.of(cluster).assigned("red/dns", SHARED);
    }

    @Test
    void anEipThatStopsSharingInTheClusterMovesNobody() {
        Service red = cluster.service("red/dns").shares("k").ports(5353);
        recorded(web, red);
        Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).holds("red/dns", SHARED, Cause.KEPT);
    }

    @Test
    void aNamespaceBindingStaysABoundary() {
        pool.sharing = SharingScope.CLUSTER;
        pool.namespaces("default");
        recorded(web);
        cluster.eip("b", "198.51.100.0/24");
        Service red = cluster.service("red/dns").shares("k").ports(5353);
        Outcome.of(cluster).assigned("red/dns", "198.51.100.0");
        red.ip(SHARED);
        Outcome.of(cluster).refused("red/dns", "NamespaceNotAllowed", "Eip a");
    }

    @Test
    void whoNamesAnEipJoinsOnlyThere() {
        recorded(web);
        cluster.eip("b", "198.51.100.0/24");
        dns.annotate(Annotations.EIP, "b");
        Outcome.of(cluster).assigned("default/dns", "198.51.100.0");
        dns.annotate(Annotations.EIP, "a");
        Outcome.of(cluster).assigned("default/dns", SHARED);
    }

    @Test
    void aDisabledEipLetsNobodyJoin() {
        recorded(web);
        pool.disable = true;
        cluster.eip("b", "198.51.100.0/24");
        Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).assigned("default/dns", "198.51.100.0");
    }

    @Test
    void anAddressOfAnotherFamilyIsNoneToJoin() {
        recorded(web);
        cluster.eip("six", "2001:db8::/64");
        dns.families(IpFamily.V6);
        Outcome.of(cluster).assigned("default/dns", "2001:db8::");
    }

    @Test
    void whereANodeHasTheAddressTooNobodyJoins() {
        recorded(web);
        cluster.node("n1", SHARED);
        Outcome.of(cluster).holds("default/web", SHARED, Cause.KEPT).assigned("default/dns", "192.0.2.0");
        dns.ip(SHARED);
        Outcome.of(cluster).refused("default/dns", "AddressIsNodeAddress", "node n1");
    }

    @Test
    void anExternalIpThatSomebodyWritesKeepsNobodyFromSharing() {
        recorded(web);
        cluster.service("red/rogue").externalIps = List.of(SHARED);
        Outcome.of(cluster).assigned("default/dns", SHARED);
    }

    @Test
    void withoutRecordsThoseWhoShareAreTakenBackTogether() {
        web.reports(SHARED);
        dns.reports(SHARED);
        Outcome.of(cluster).holds("default/web", SHARED, Cause.READOPTED).holds("default/dns", SHARED, Cause.READOPTED);
    }

    @ParameterizedTest
    @MethodSource("inTheWay")
    void aStatusThatReportsTheAddressPassesTheSameChecks(InTheWay what) {
        recorded(web);
        what.change().accept(web, dns.reports(SHARED));
        Outcome.of(cluster).refused("default/dns", "DuplicateAddress", SHARED, "Service default/web");
    }

    @Test
    void aRecordHasRoomForSoManyAndTheNextGetsAnotherAddress() {
        Service[] many = IntStream.range(0, AddressRecord.MAX_OWNERS)
                .mapToObj(i -> cluster.service("default/s" + i).shares("k").ports(1000 + i))
                .toArray(Service[]::new);
        recorded(many);
        cluster.services.remove(web.key());
        Outcome.of(cluster).assigned("default/dns", "192.0.2.0");
        dns.ip(SHARED);
        Outcome.of(cluster).refused("default/dns", "AddressTaken", "as many others as can be");
    }

    @Test
    void aRecordThatNamesSomebodyUnreckonedWithIsDecidedOnAgain() {
        recorded(web);
        Taking taking = taking(dns);
        assertEquals(owners(web, dns), Set.copyOf(joined(taking).orElseThrow().owners()));
        recorded(web, cluster.service("default/late").shares("k").ports(53));
        assertEquals(Optional.empty(), joined(taking));
    }

    private Taking taking(Service service) {
        String name = service.key().toString();
        return Outcome.of(cluster).held(name).takings(service.view()).getFirst();
    }

    /// A new leader may know a record before all Services that it names.
    @Test
    void whoJoinsVouchesForNobodyWhomTheViewLacks() {
        Service late = cluster.service("default/late").shares("k").ports(53);
        recorded(web, late);
        cluster.services.remove(late.key());
        assertEquals(Optional.empty(), joined(taking(dns)));
    }

    @Test
    void whoJoinsVouchesForNobodyOfTheNameAlone() {
        Service late = cluster.service("default/late").shares("k").ports(53);
        recorded(web, late);
        cluster.service("default/late").shares("k").ports(54);
        assertEquals(Optional.empty(), joined(taking(dns)));
    }

    @Test
    void whoJoinsWaitsForTheRecordOfNewTermsOfOthers() {
        recorded(web);
        web.ports(80);
        assertEquals(Optional.empty(), joined(taking(dns)));
        recorded(web);
        assertEquals(
                owners(web, dns), Set.copyOf(joined(taking(dns)).orElseThrow().owners()));
    }

    /// It is there already, and takes nothing from them.
    @Test
    void whoStaysOnOtherTermsStaysBesideThoseWhomTheViewLacks() {
        Service late = cluster.service("default/late").shares("k").ports(54);
        recorded(web, dns, late);
        cluster.services.remove(late.key());
        dns.ports(55);
        assertEquals(
                owners(web, dns, late),
                Set.copyOf(joined(taking(dns)).orElseThrow().owners()));
    }

    private Optional<AddressRecord> joined(Taking taking) {
        return taking.joining(Objects.requireNonNull(cluster.view().records().get(IpAddress.of(SHARED))));
    }
}
