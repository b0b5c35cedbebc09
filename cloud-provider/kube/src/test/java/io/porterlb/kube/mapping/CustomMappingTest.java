package io.porterlb.kube.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.Community;
import io.porterlb.desired.view.CouncilView;
import io.porterlb.desired.view.CouncilView.Seat;
import io.porterlb.desired.view.CouncilView.Seats;
import io.porterlb.desired.view.EipAnnouncement;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.LargeCommunity;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.RoutePolicy;
import io.porterlb.desired.view.RuleReport;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomMappingTest {
    @Test
    void anEipWithAllThatMeansSomethingHasNothingUnsupported() {
        EipView eip = EipMapping.view(custom("""
                {"address": "198.51.100.0/24", "protocol": "bgp", "disable": true, "priority": 2, "autoAssign": false,
                 "sharing": "Cluster",
                 "namespaces": ["a"], "namespaceSelector": {"b": "c"}, "usingKnownIPs": false, "interface": ""}"""));
        assertEquals(Set.of(), eip.unsupported());
        assertTrue(eip.disable());
        assertFalse(eip.autoAssign());
        assertEquals(SharingScope.CLUSTER, eip.sharing());
        assertEquals(2, eip.priority());
        assertEquals(Map.of("b", "c"), eip.namespaceSelector());
    }

    @Test
    void whatAnEipAsksForInVainIsListed() {
        EipView eip = EipMapping.view(custom("""
                {"address": "198.51.100.7", "protocol": "layer2", "interface": "eth0", "usingKnownIPs": true,
                 "novel": {"a": {"b": 1}, "c": false}}"""));
        assertEquals(Set.of("spec.usingKnownIPs", "spec.novel.a.b"), eip.unsupported());
        assertTrue(eip.autoAssign());
        assertEquals(SharingScope.NAMESPACE, eip.sharing());
    }

    @Test
    void anEipSaysHowItIsAnnounced() {
        EipView eip = EipMapping.view(custom("""
                {"address": "198.51.100.0/24", "communities": ["65000:100", "no-export"],
                 "largeCommunities": ["4200000000:1:2"], "localPref": 200, "med": 0, "prepend": 2,
                 "linkBandwidth": 125000000, "aggregationLength": 28, "aggregationLengthV6": 64,
                 "peers": ["leaf2", "leaf1"], "nodeSelector": {"matchLabels": {"edge": "yes"}}}"""));
        assertEquals(Set.of(), eip.unsupported());
        EipAnnouncement expected = new EipAnnouncement(
                new RoutePolicy(
                        List.of(new Community(65000, 100), new Community(65535, 65281)),
                        List.of(new LargeCommunity(4_200_000_000L, 1, 2)),
                        OptionalLong.of(200),
                        OptionalLong.of(0),
                        2),
                OptionalLong.of(125_000_000),
                OptionalInt.of(28),
                OptionalInt.of(64),
                List.of("leaf1", "leaf2"),
                new NodeSelector(Map.of("edge", "yes"), List.of()));
        assertEquals(expected, eip.announcement());
    }

    @Test
    void whatCannotBeReadOfAnOldEipIsListed() {
        EipView eip = EipMapping.view(custom("""
                {"address": "198.51.100.7", "communities": ["65000:100", "65536:1", "x"], "largeCommunities": ["1:2"],
                 "med": -1, "prepend": 17}"""));
        assertEquals(
                Set.of("spec.communities", "spec.largeCommunities", "spec.med", "spec.prepend"), eip.unsupported());
        assertEquals(
                List.of(new Community(65000, 100)), eip.announcement().policy().communities());
    }

    @Test
    void defaultAndForeignEipsAreMarked() {
        EipView eip = EipMapping.view(Json.read("""
                {"metadata": {"name": "x", "annotations": {"eip.openelb.kubesphere.io/is-default-eip": "true"},
                              "labels": {"openelb.kubesphere.io/cni": "calico"}}}""", CustomResource.class));
        assertTrue(eip.defaultEip() && eip.foreign());
        EipView other = EipMapping.view(Json.read(
                "{\"metadata\": {\"annotations\": {\"eip.openelb.kubesphere.io/is-default-eip\": \"True\"}}}",
                CustomResource.class));
        assertFalse(other.defaultEip() || other.foreign());
    }

    @Test
    void recordsAreNamedByTheirAddress() {
        assertEquals("198.51.100.7", RecordMapping.name(IpAddress.of("198.51.100.7")));
        assertEquals("2001-0db8-0000-0000-0000-0000-0000-00ff", RecordMapping.name(IpAddress.of("2001:db8::ff")));
    }

    @Test
    void aRecordComesBackAsItWasWritten() {
        AddressRecord record = new AddressRecord(
                IpAddress.of("198.51.100.7"),
                "pool",
                List.of(new AddressRecord.Owner(new ServiceKey("a", "b"), "u", "terms")),
                Instant.parse("2026-01-02T03:04:05Z"));
        String metadata =
                "{\"metadata\": {\"name\": \"198.51.100.7\", \"creationTimestamp\": \"2026-01-02T03:04:05Z\"}, ";
        assertEquals(Optional.of(record), RecordMapping.record(read(metadata, record)));
        String misnamed = "{\"metadata\": {\"name\": \"198.51.100.8\"}, ";
        assertEquals(Optional.empty(), RecordMapping.record(read(misnamed, record)));
    }

    private static CustomResource read(String metadata, AddressRecord record) {
        return Json.read(metadata + "\"spec\": " + Json.tree(RecordMapping.spec(record)) + "}", CustomResource.class);
    }

    private static final Layer2Report LAYER2 = new Layer2Report(
            List.of(new Owned(IpAddress.of("192.0.2.7"), "eth0", State.CONTESTED, "2026-01-01T00:00:00Z", "m")),
            0,
            Map.of("pool", "why"),
            List.of("p"),
            3,
            true,
            "17");

    @Test
    void aReportComesBackAsItWasWritten() {
        SessionReport session = new SessionReport(
                "leaf1",
                "192.0.2.1",
                65000,
                65001,
                "192.0.2.1",
                "ACTIVE",
                "2026-01-01T00:00:00Z",
                "Timeout",
                "no",
                3,
                4,
                OptionalInt.of(9),
                "Up");
        NodeReport report = new NodeReport(
                "n",
                List.of(session),
                Optional.of(new RuleReport(2, true, List.of("p"))),
                Optional.of(LAYER2),
                "h",
                "x");
        CustomResource object = Json.read(
                "{\"metadata\": {\"name\": \"n\"}, \"status\": " + Json.tree(ReportMapping.status(report)) + "}",
                CustomResource.class);
        assertEquals(report, ReportMapping.report(object));
    }

    @Test
    void aCouncilComesBackAsItWasWritten() {
        Seats now = new Seats(List.of(new Seat("n", IpAddress.of("2001:db8::1"), 10361)), true);
        CouncilView council = new CouncilView("x", 3, now, new Seats(List.of(), false), Set.of());
        assertEquals(
                Optional.of(council),
                CouncilMapping.council(
                        custom(Json.tree(CouncilMapping.spec(council)).toString())));
    }

    @ParameterizedTest
    @CsvSource({"'b,c'", "' b , c,'", "'c,b,b'"})
    void aCouncilsAnnotationNamesThoseThatAreOff(String annotation) {
        CustomResource object = Json.read("""
                {"metadata": {"name": "x", "annotations": {"porterlb.io/off": "%s"}},
                 "spec": {"generation": 1, "seats": [], "previous": {"seats": []}}}""".formatted(annotation), CustomResource.class);
        assertEquals(
                Optional.of(Set.of("b", "c")), CouncilMapping.council(object).map(CouncilView::off));
    }

    @Test
    void aCouncilWithASeatThatCantBeSpokenToIsNone() {
        assertEquals(
                Optional.empty(),
                CouncilMapping.council(custom("{\"generation\": 1, \"seats\": [{\"node\": \"n\"}]}")));
    }

    /// What a former agent said of them stays then, as a patch leaves out what it does not say.
    @Test
    void aReportSaysNothingOfRulesThatNobodyHasLookedAt() {
        NodeReport report = new NodeReport("n", List.of(), Optional.empty(), Optional.empty(), "h", "x");
        assertFalse(Json.tree(ReportMapping.status(report)).toString().contains("rules"));
    }

    private static CustomResource custom(String spec) {
        return Json.read("{\"metadata\": {\"name\": \"x\"}, \"spec\": " + spec + "}", CustomResource.class);
    }
}
