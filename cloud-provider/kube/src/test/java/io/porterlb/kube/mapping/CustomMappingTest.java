package io.porterlb.kube.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomMappingTest {
    @Test
    void anEipWithAllThatMeansSomethingHasNothingUnsupported() {
        EipView eip = EipMapping.view(custom("""
                {"address": "198.51.100.0/24", "protocol": "bgp", "disable": true, "priority": 2, "autoAssign": false,
                 "namespaces": ["a"], "namespaceSelector": {"b": "c"}, "usingKnownIPs": false, "interface": ""}"""));
        assertEquals(Set.of(), eip.unsupported());
        assertTrue(eip.disable());
        assertFalse(eip.autoAssign());
        assertEquals(2, eip.priority());
        assertEquals(Map.of("b", "c"), eip.namespaceSelector());
    }

    @Test
    void whatAnEipAsksForInVainIsListed() {
        EipView eip = EipMapping.view(custom("""
                {"address": "198.51.100.7", "protocol": "layer2", "interface": "eth0", "usingKnownIPs": true,
                 "novel": {"a": {"b": 1}, "c": false}}"""));
        assertEquals(
                Set.of("spec.protocol", "spec.interface", "spec.usingKnownIPs", "spec.novel.a.b"), eip.unsupported());
        assertTrue(eip.autoAssign());
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
    void aBgpConfTellsNumbersAndWhatIsInVain() {
        BgpConfView conf = BgpMapping.conf(custom("""
                {"as": 4200000001, "asPerRack": {"r1": 65001}, "routerId": "192.0.2.1", "listenPort": 17900,
                 "families": [], "gracefulRestart": {"enabled": true, "restartTime": 0}, "policy": "p"}"""));
        assertEquals(4_200_000_001L, conf.as());
        assertEquals(Map.of("r1", 65001L), conf.asPerRack());
        assertEquals(Set.of("spec.listenPort", "spec.gracefulRestart.enabled", "spec.policy"), conf.unsupported());
    }

    @Test
    void aBgpPeerWithAllThatMeansSomethingHasNothingUnsupported() {
        BgpPeerView peer = BgpMapping.peer(custom("""
                {"conf": {"neighborAddress": "192.0.2.1", "peerAs": 65001, "localAs": 65002, "adminDown": true,
                    "description": "leaf"},
                 "transport": {"remotePort": 1790, "passiveMode": false},
                 "timers": {"config": {"holdTime": "9", "keepaliveInterval": "3", "connectRetry": "5"}},
                 "ebgpMultihop": {"enabled": true, "multihopTtl": 4},
                 "nodeSelector": {"matchLabels": {"a": "b"},
                    "matchExpressions": [{"key": "c", "operator": "In", "values": ["d"]}]},
                 "afiSafis": [{"config": {"family": {"afi": "AFI_IP", "safi": "SAFI_UNICAST"}, "enabled": true}}]}"""));
        assertEquals(Set.of(), peer.unsupported());
        assertEquals(1790, peer.remotePort());
        assertEquals(65_002, peer.localAs());
        assertTrue(peer.adminDown());
        assertEquals(OptionalInt.of(9), peer.holdTime());
        assertEquals(OptionalInt.of(4), peer.multihopTtl());
        assertEquals(
                new NodeSelector(Map.of("a", "b"), List.of(new NodeSelector.Expression("c", "In", List.of("d")))),
                peer.nodeSelector());
    }

    @Test
    void anEmptyBgpPeerHasDefaults() {
        BgpPeerView peer = BgpMapping.peer(custom("{}"));
        assertEquals(179, peer.remotePort());
        assertEquals(OptionalInt.empty(), peer.holdTime());
        assertEquals(OptionalInt.empty(), peer.multihopTtl());
        assertEquals(NodeSelector.ALL, peer.nodeSelector());
    }

    @Test
    void whatABgpPeerAsksForInVainIsListed() {
        BgpPeerView peer = BgpMapping.peer(custom("""
                {"conf": {"neighborAddress": "192.0.2.1", "authPassword": "secret"}, "transport": {"passiveMode": true},
                 "timers": {"config": {"holdTime": "soon", "minimumAdvertisementInterval": "1"}},
                 "afiSafis": [{"config": {"family": {"afi": "AFI_IP", "safi": "SAFI_UNICAST"}, "enabled": true},
                               "addPaths": {"config": {"sendMax": 10}}}]}"""));
        assertEquals(
                Set.of(
                        "spec.conf.authPassword",
                        "spec.transport.passiveMode",
                        "spec.timers.config.minimumAdvertisementInterval",
                        "spec.afiSafis"),
                peer.unsupported());
        assertTrue(peer.passive());
        assertEquals(OptionalInt.empty(), peer.holdTime());
    }

    @Test
    void familiesOtherThanIpv4UnicastAreInVain() {
        for (String family : List.of(
                "{\"config\": {\"enabled\": true, \"family\": {\"afi\": \"AFI_IP6\", \"safi\": \"SAFI_UNICAST\"}}}",
                "{\"config\": {\"enabled\": false, \"family\": {\"afi\": \"AFI_IP\", \"safi\": \"SAFI_UNICAST\"}}}",
                "{\"mpGracefulRestart\": {\"config\": {\"enabled\": true}}}")) {
            assertEquals(
                    Set.of("spec.afiSafis"),
                    BgpMapping.peer(custom("{\"afiSafis\": [" + family + "]}")).unsupported(),
                    family);
        }
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
                List.of(new AddressRecord.Owner(new ServiceKey("a", "b"), "u")),
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

    @Test
    void aReportComesBackAsItWasWritten() {
        SessionReport session = new SessionReport(
                "leaf1", "192.0.2.1", 65000, 65001, "192.0.2.1", "ACTIVE", "2026-01-01T00:00:00Z", "Timeout", "no", 3);
        NodeReport report = new NodeReport("n", List.of(session), "h", "2026-01-01T00:00:01Z");
        CustomResource object = Json.read(
                "{\"metadata\": {\"name\": \"n\"}, \"status\": " + Json.tree(ReportMapping.status(report)) + "}",
                CustomResource.class);
        assertEquals(report, ReportMapping.report(object));
    }

    private static CustomResource custom(String spec) {
        return Json.read("{\"metadata\": {\"name\": \"x\"}, \"spec\": " + spec + "}", CustomResource.class);
    }
}
