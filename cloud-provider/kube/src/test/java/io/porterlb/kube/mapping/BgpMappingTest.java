package io.porterlb.kube.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.BfdView;
import io.porterlb.desired.view.BgpConfView;
import io.porterlb.desired.view.BgpPeerView;
import io.porterlb.desired.view.FamilyView;
import io.porterlb.desired.view.GracefulRestartView;
import io.porterlb.desired.view.ListenView;
import io.porterlb.desired.view.NeighborView;
import io.porterlb.desired.view.NodeSelector;
import io.porterlb.desired.view.Password;
import io.porterlb.desired.view.PasswordSource;
import io.porterlb.desired.view.PeerRole;
import io.porterlb.desired.view.SecretView;
import io.porterlb.desired.view.TimersView;
import io.porterlb.desired.view.TransportView;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.SecretResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BgpMappingTest {
    private static CustomResource custom(String spec) {
        return Json.read("{\"metadata\": {\"name\": \"x\"}, \"spec\": " + spec + "}", CustomResource.class);
    }

    private static BgpPeerView peer(String spec) {
        return PeerMapping.view(custom(spec));
    }

    @Test
    void aBgpConfTellsWhatItSetsAndWhatIsInVain() {
        BgpConfView conf = ConfMapping.view(custom("""
                {"as": 4200000001, "asPerRack": {"r1": 65001}, "routerId": "192.0.2.1", "listenPort": 17900,
                 "listenAddresses": ["192.0.2.11", "eth0"], "families": [], "speaker": "central",
                 "gracefulRestart": {"enabled": true, "restartTime": 60, "longlivedEnabled": true}, "policy": "p"}"""));
        assertEquals(4_200_000_001L, conf.as());
        assertEquals(Map.of("r1", 65001L), conf.asPerRack());
        assertEquals(new ListenView(17900, List.of(IpAddress.of("192.0.2.11"))), conf.listen());
        assertEquals(Optional.of(new GracefulRestartView(true, 60, false)), conf.gracefulRestart());
        assertEquals(
                Set.of("spec.listenAddresses", "spec.speaker", "spec.gracefulRestart.longlivedEnabled", "spec.policy"),
                conf.unsupported());
    }

    @Test
    void aBgpPeerWithAllThatMeansSomethingHasNothingUnsupported() {
        BgpPeerView peer = peer("""
                {"conf": {"neighborAddress": "fe80::1", "neighborInterface": "eth1", "peerAs": 65001, "localAs": 65002,
                    "adminDown": true, "description": "leaf"},
                 "authSecretRef": {"name": "leaf", "key": "md5"},
                 "transport": {"remotePort": 1790, "passiveMode": true, "localAddress": "fe80::2", "mtuDiscovery": true},
                 "timers": {"config": {"holdTime": "9s", "keepaliveInterval": 3, "connectRetry": "5"}},
                 "ttlSecurity": {"hops": 1},
                 "bfd": {"enabled": true, "intervalMilliseconds": 50, "multiplier": 5, "strict": true},
                 "gracefulRestart": {"enabled": true, "restartTime": 30, "notificationEnabled": true},
                 "nodeSelector": {"matchLabels": {"a": "b"},
                    "matchExpressions": [{"key": "c", "operator": "In", "values": ["d"]}]},
                 "afiSafis": [{"config": {"family": {"afi": "AFI_IP", "safi": "SAFI_UNICAST"}, "enabled": true},
                               "addPaths": {"config": {"sendMax": 10}}},
                              {"config": {"family": {"afi": "AFI_IP6", "safi": "SAFI_UNICAST"}, "enabled": true},
                               "mpGracefulRestart": {"config": {"enabled": true}}}],
                 "export": {"communities": ["65000:1"], "largeCommunities": ["1:2:3"], "localPref": 1, "med": 2, "prepend": 3},
                 "role": "rs-client", "announce": "self", "speaker": "node"}""");
        assertEquals(Set.of(), peer.unsupported());
        assertEquals(new NeighborView("fe80::1", "eth1", 65001, 65002, true), peer.neighbor());
        assertEquals(
                new TransportView(1790, true, "fe80::2", OptionalInt.empty(), OptionalInt.of(1)), peer.transport());
        assertEquals(new TimersView(OptionalInt.of(9), OptionalInt.of(3), OptionalInt.of(5)), peer.timers());
        assertEquals(new PasswordSource.InSecret("leaf", "md5"), peer.password());
        assertEquals(Optional.of(new BfdView(50, 5, true, false, OptionalInt.empty())), peer.bfd());
        assertEquals(Optional.of(new GracefulRestartView(true, 30, true)), peer.gracefulRestart());
        assertEquals(
                Optional.of(List.of(
                        new FamilyView(Optional.of(IpFamily.V4), 10), new FamilyView(Optional.of(IpFamily.V6), 0))),
                peer.families());
        assertEquals(3, peer.export().prepend());
        assertEquals(Optional.of(PeerRole.RS_CLIENT), peer.role());
        assertTrue(peer.announceSelf());
        assertEquals(
                new NodeSelector(Map.of("a", "b"), List.of(new NodeSelector.Expression("c", "In", List.of("d")))),
                peer.nodeSelector());
    }

    @Test
    void anEmptyBgpPeerHasDefaults() {
        BgpPeerView peer = peer("{}");
        assertEquals(new TransportView(179, false, "", OptionalInt.empty(), OptionalInt.empty()), peer.transport());
        assertEquals(TimersView.UNSET, peer.timers());
        assertEquals(Optional.empty(), peer.families());
        assertEquals(new PasswordSource.None(), peer.password());
        assertEquals(Optional.empty(), peer.bfd());
        assertFalse(peer.announceSelf());
        assertEquals(NodeSelector.ALL, peer.nodeSelector());
        assertEquals(
                new PasswordSource.InSecret("a", "password"),
                peer("{\"authSecretRef\": {\"name\": \"a\"}}").password());
        assertEquals(
                Optional.of(new BfdView(300, 3, false, false, OptionalInt.empty())),
                peer("{\"bfd\": {\"enabled\": true}}").bfd());
    }

    @ParameterizedTest
    @CsvSource({"true, 0, 255", "true, 4, 4", "false, 4, 0"})
    void multihopWithoutTimeToLiveIsAsFarAsCanBe(boolean enabled, int given, int ttl) {
        BgpPeerView peer = peer("{\"ebgpMultihop\": {\"enabled\": %s, \"multihopTtl\": %d}}".formatted(enabled, given));
        assertEquals(ttl, peer.transport().multihopTtl().orElse(0));
    }

    @Test
    void whatABgpPeerAsksForInVainIsListed() {
        BgpPeerView peer = peer("""
                {"conf": {"neighborAddress": "192.0.2.1", "vrf": "red", "allowOwnAs": 1},
                 "timers": {"config": {"holdTime": "soon", "minimumAdvertisementInterval": "1"}},
                 "transport": {"tcpMss": 1400}, "speaker": "central",
                 "afiSafis": [{"config": {"family": {"afi": "AFI_IP", "safi": "SAFI_MPLS_VPN"}, "enabled": true}},
                              {"config": {"family": {"afi": "AFI_IP6", "safi": "SAFI_UNICAST"}, "enabled": false}},
                              {"addPaths": {"config": {"receive": true}}}]}""");
        assertEquals(
                Set.of(
                        "spec.conf.vrf",
                        "spec.conf.allowOwnAs",
                        "spec.timers.config.minimumAdvertisementInterval",
                        "spec.transport.tcpMss",
                        "spec.speaker",
                        "spec.afiSafis[].config.family",
                        "spec.afiSafis[].addPaths.config.receive"),
                peer.unsupported());
        assertEquals(OptionalInt.empty(), peer.timers().holdTime());
        assertEquals(Optional.of(List.of(new FamilyView(Optional.empty(), 0))), peer.families());
    }

    @Test
    void aPasswordShowsInNoText() {
        CustomResource object = custom("{\"conf\": {\"authPassword\": \"geheim\"}}");
        BgpPeerView peer = PeerMapping.view(object);
        assertEquals(new PasswordSource.ClearText(Password.of("geheim")), peer.password());
        assertFalse(peer.toString().contains("geheim"));
        assertEquals(Set.of(), peer.unsupported());
    }

    @Test
    void aSecretIsReadWithoutItsLineBreakAndWhatIsNoTextIsEmpty() {
        SecretResource secret = Json.read("""
                {"metadata": {"namespace": "n", "name": "leaf", "resourceVersion": "7"},
                 "data": {"password": "Z2VoZWltCg==", "binary": "/w==", "odd": "?"}}""", SecretResource.class);
        Map<String, Password> data =
                Map.of("password", Password.of("geheim"), "binary", Password.of(""), "odd", Password.of(""));
        assertEquals(new SecretView("leaf", "7", data), SecretMapping.view(secret));
        assertFalse(secret.toString().contains("Z2Vo")
                || SecretMapping.view(secret).toString().contains("geheim"));
    }
}
