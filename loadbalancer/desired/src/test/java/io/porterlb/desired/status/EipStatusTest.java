package io.porterlb.desired.status;

import static io.porterlb.desired.status.Statuses.check;
import static io.porterlb.desired.status.Statuses.find;
import static io.porterlb.desired.status.Statuses.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.Cluster;
import io.porterlb.desired.Eip;
import io.porterlb.desired.Service;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.RoutePolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EipStatusTest {
    private final Cluster cluster = new Cluster();

    private EipStatus status(String eip) {
        return Objects.requireNonNull(report(cluster).eips().get(eip));
    }

    @Test
    void anEipShowsItsSizeAndWhoHasWhat() {
        cluster.eip("a", "192.0.2.0/30");
        Service web = cluster.service("default/web").shares("k").ports(80);
        cluster.record(
                "192.0.2.1",
                "a",
                web,
                cluster.service("default/dns").shares("k").ports(53));
        cluster.service("default/new"); // assigned now, without a record so far
        EipStatus expected = new EipStatus(
                4,
                2,
                Map.of("192.0.2.0", "default/new", "192.0.2.1", "default/dns;default/web"),
                false,
                "192.0.2.0",
                "192.0.2.3",
                true,
                true,
                List.of(
                        new Condition(Condition.READY, true, "Available", ""),
                        new Condition(Condition.SUPPORTED, true, "AllFieldsSupported", "")));
        assertEquals(expected, status("a"));
        assertEquals(
                List.of("192.0.2.0", "192.0.2.1"),
                List.copyOf(status("a").used().keySet()));
    }

    @Test
    void aFullEipIsOccupied() {
        cluster.eip("a", "192.0.2.0/31");
        cluster.service("default/a");
        cluster.service("default/b");
        assertTrue(status("a").occupied());
    }

    @Test
    void anIpv6NetworkIsNotV4AndItsSizeSaturates() {
        cluster.eip("a", "2001:db8::/64");
        cluster.record("2001:db8::", "a", cluster.service("default/a").families(IpFamily.V6));
        EipStatus status = status("a");
        assertFalse(status.v4());
        assertEquals((1L << 53) - 1, status.poolSize());
        assertEquals("2001:db8::ffff:ffff:ffff:ffff", status.lastIP());
        assertEquals(Map.of("2001:db8::", "default/a"), status.used());
    }

    @Test
    void anIpv6EipGivesOutAddressesAndSaysWhereNobodyTakesThem() {
        cluster.eip("a", "2001:db8::/64");
        cluster.service("default/a").families(IpFamily.V6);
        check(status("a").conditions(), Condition.READY, true, "Available");
        assertEquals(1, status("a").usage());
        cluster.conf(65001, "");
        cluster.node("n1", "192.0.2.11");
        cluster.peer("leaf", "192.0.2.1", 65000).add();
        announceable("NoPeerOfFamily", "No BgpPeer takes IPv6 routes", "AFI_IP6");
        cluster.peer("leaf6", "2001:db8:1::1", 65000).add();
        assertEquals(2, status("a").conditions().size());
    }

    private void announceable(String reason, String... parts) {
        check(status("a").conditions(), Condition.ANNOUNCEABLE, false, reason, parts);
    }

    private static EipAnnouncement announcement(int length, List<String> peers, NodeSelector nodes) {
        return new EipAnnouncement(
                RoutePolicy.NONE, OptionalLong.empty(), OptionalInt.of(length), OptionalInt.empty(), peers, nodes);
    }

    @Test
    void whatKeepsAddressesFromBeingAnnouncedAsAskedIsSaid() {
        cluster.node("n1", "192.0.2.11");
        Eip eip = cluster.eip("a", "198.51.100.0/24");
        eip.announcement = announcement(24, List.of(), new NodeSelector(Map.of("edge", "yes"), List.of()));
        announceable("NoNodeSelected", "spec.nodeSelector");
        eip.announcement = announcement(24, List.of("leaf9"), NodeSelector.ALL);
        announceable("BgpPeerNotFound", "spec.peers names leaf9");
        eip.announcement = announcement(23, List.of(), NodeSelector.ALL);
        announceable("AggregateOutsideEip", "198.51.100.0/23", "one by one");
        eip.announcement = announcement(24, List.of(), NodeSelector.ALL);
        assertEquals(2, status("a").conditions().size());
    }

    @Test
    void anEipThatFitsNoInterfaceOfAnyNodeSaysSo() {
        cluster.node("n1", "192.0.2.11");
        cluster.node("n2", "192.0.2.12");
        cluster.eip("a", "198.51.100.0/24").protocol = "layer2";
        refuses("n1", Map.of("a", "The network interface eth7 is down."));
        refuses("n2", Map.of());
        assertEquals(2, status("a").conditions().size());
        refuses("n2", Map.of("a", "There is no network interface eth7."));
        announceable("NoInterface", "n1: The network interface eth7 is down.", "n2: There is no", "spec.interface");
        cluster.drain("n2"); // what it says counts no more; n1 alone refuses
        announceable("NoInterface", "n1: The network interface eth7 is down.");
    }

    private void refuses(String node, Map<String, String> refusals) {
        cluster.report(node, new Layer2Report(List.of(), 0, refusals, List.of(), 1, true, "1"));
    }

    @Test
    void usedIsCappedAndUsageIsNot() {
        cluster.eip("a", "10.0.0.0/16");
        for (int i = 0; i < EipStatus.MAX_USED + 7; i++) {
            cluster.service("default/s" + i);
        }
        assertEquals(EipStatus.MAX_USED, status("a").used().size());
        assertEquals(EipStatus.MAX_USED + 7, status("a").usage());
    }

    @Test
    void ofManyWhoShareAnAddressTenAreNamed() {
        cluster.eip("a", "192.0.2.0/24");
        share("192.0.2.1", 256, "s");
        String used = Objects.requireNonNull(status("a").used().get("192.0.2.1"));
        assertTrue(used.startsWith("default/s100;default/s101;"), used);
        assertTrue(used.endsWith(";default/s109 and 246 more"), used);
    }

    @Test
    void servicesWithLongNamesDoNotMakeTheEipLarge() {
        cluster.eip("a", "192.0.2.0/24");
        for (int i = 0; i < 256; i++) {
            share("192.0.2." + i, 10, "s".repeat(120));
        }
        EipStatus status = status("a");
        int length = status.used().entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
        assertTrue(length <= EipStatus.MAX_USED_CHARACTERS, "" + length);
        assertTrue(length > EipStatus.MAX_USED_CHARACTERS - 2_000, "" + length);
        assertEquals(256, status.usage());
    }

    private void share(String address, int count, String name) {
        List<Owner> owners = IntStream.range(100, 100 + count)
                .mapToObj(i -> new Owner(Cluster.key("default/" + name + i), "uid-" + i, "terms"))
                .toList();
        IpAddress parsed = IpAddress.of(address);
        cluster.records.put(parsed, new AddressRecord(parsed, "a", owners, Cluster.START));
    }

    @Test
    void anUnreadableAddressIsNotReady() {
        cluster.eip("a", "192.0.2.9-192.0.2.1");
        EipStatus status = status("a");
        check(status.conditions(), Condition.READY, false, "InvalidAddress", "write '192.0.2.1-192.0.2.9'");
        assertFalse(status.ready() || status.occupied());
        assertEquals("", status.firstIP());
        assertEquals(0, status.poolSize());
    }

    @Test
    void theYoungerOfTwoOverlappingEipsNamesTheOlder() {
        cluster.eip("a", "192.0.2.0/24");
        cluster.eip("b", "192.0.2.128-203.0.113.0");
        check(status("a").conditions(), Condition.READY, true, "Available");
        check(status("b").conditions(), Condition.READY, false, "Overlap", "Eip a", "192.0.2.128-203.0.113.0");
    }

    @Test
    void anOverlapWithARefusedEipRefusesNobody() {
        cluster.eip("a", "192.0.2.0-192.0.2.9");
        cluster.eip("b", "192.0.2.9-192.0.2.19");
        cluster.eip("c", "192.0.2.19-192.0.2.29");
        assertFalse(status("b").ready());
        assertTrue(status("c").ready());
    }

    @Test
    void aContainedOrContainingEipOverlapsToo() {
        cluster.eip("a", "192.0.2.100-192.0.2.200");
        cluster.eip("inside", "192.0.2.150");
        cluster.eip("around", "192.0.2.0/24");
        assertFalse(status("inside").ready() || status("around").ready());
    }

    @Test
    void hostBitsAreAWarning() {
        cluster.eip("a", "192.0.2.77/24");
        check(status("a").conditions(), Condition.ADDRESS_NORMALIZED, false, "HostBitsSet", "'192.0.2.0/24'");
        assertTrue(status("a").ready());
        assertEquals(256, status("a").poolSize());
    }

    @Test
    void theYoungerDefaultEipSaysSo() {
        cluster.eip("a", "192.0.2.0/24").markDefault();
        cluster.eip("b", "198.51.100.0/24").markDefault();
        assertEquals(Optional.empty(), find(status("a").conditions(), Condition.DEFAULT_EIP));
        check(status("b").conditions(), Condition.DEFAULT_EIP, false, "AnotherDefaultEip", "Eip a");
    }

    @Test
    void fieldsWithoutEffectAreNamed() {
        cluster.eip("a", "192.0.2.0/24").unsupported = Set.of("spec.usingKnownIPs");
        check(
                status("a").conditions(),
                Condition.SUPPORTED,
                false,
                "FieldNotSupportedYet",
                "spec.usingKnownIPs is accepted but has no effect in this version.");
    }

    @Test
    void aProtocolThatNothingSpeaksIsNotReady() {
        cluster.eip("a", "192.0.2.0/24").protocol = "carp";
        cluster.service("default/web");
        check(status("a").conditions(), Condition.READY, false, "ProtocolNotSupported", "carp");
        assertEquals(0, status("a").usage());
    }

    @Test
    void disabledIsReadyAndDeletingIsNot() {
        Eip eip = cluster.eip("a", "192.0.2.0/24");
        eip.disable = true;
        check(status("a").conditions(), Condition.READY, true, "Disabled", "no new addresses");
        eip.deleting = true;
        check(status("a").conditions(), Condition.READY, false, "Deleting");
    }

    @Test
    void servicesWhoseAddressIsNoLongerContainedAreNamed() {
        Eip eip = cluster.eip("a", "192.0.2.0/24");
        Service web = cluster.service("default/web");
        cluster.record("192.0.2.200", "a", web);
        eip.address = "192.0.2.0/25";
        check(
                status("a").conditions(),
                Condition.HELD_ADDRESSES_CONTAINED,
                false,
                "AddressesOutsideRange",
                "192.0.2.200 (default/web)");
        assertEquals(0, status("a").usage());
        cluster.eip("b", "192.0.2.128/25"); // has it now
        assertEquals(Optional.empty(), find(status("a").conditions(), Condition.HELD_ADDRESSES_CONTAINED));
        assertEquals(Map.of("192.0.2.200", "default/web"), status("b").used());
    }

    @Test
    void anEipOfACniIsNotReportedOn() {
        cluster.eip("a", "192.0.2.0/24").foreign = true;
        assertEquals(Map.of(), report(cluster).eips());
    }
}
