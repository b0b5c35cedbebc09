package io.porterlb.porterctl.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.Layer2Report.Owned;
import io.porterlb.desired.view.Layer2Report.State;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.desired.view.RuleReport;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.NodeFindings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NodeTroublesTest {
    private static NodeView node(String name, Map<String, String> labels) {
        return new NodeView(
                name, "u", Instant.EPOCH, labels, Map.of(), "", List.of(), Set.of(), false, Readiness.READY);
    }

    private static SessionReport session(String state, String reason, String message) {
        return new SessionReport(
                "leaf1", "192.0.2.1", 65000, 65001, "", state, "", reason, message, 0, 0, OptionalInt.empty(), "");
    }

    private static List<String> lines(Stream<Finding> findings) {
        return findings.map(Finding::toString).toList();
    }

    private static List<String> reported(SessionReport... sessions) {
        return lines(NodeTroubles.reported(
                new NodeReport("n1", List.of(sessions), Optional.empty(), Optional.empty(), "hash", "")));
    }

    @Test
    void aSettingIsALineWithItsNodeWhateverItsForm() {
        NodeFindings said = new NodeFindings(
                "n1", List.of(new NodeFindings.Finding("IP_FORWARDING", "net.ipv4.ip_forward is 0.\n Set it to 1.\n")));
        assertEquals(List.of("Node n1: net.ipv4.ip_forward is 0. Set it to 1."), lines(NodeTroubles.settings(said)));
    }

    @Test
    void aSessionThatIsDownIsNamedWithItsReason() {
        assertEquals(
                List.of("Node n1: BgpPeer leaf1: 192.0.2.1 refuses the connection."),
                reported(session("ACTIVE", "ConnectionRefused", "192.0.2.1 refuses the connection")));
        assertEquals(
                List.of("Node n1: BgpPeer leaf1: the session with 192.0.2.1 is in state CONNECT."),
                reported(session("CONNECT", "", "")));
        assertEquals(List.of(), reported(session("ESTABLISHED", "", "")));
    }

    @Test
    void rulesThatTheKernelRefusesAreNamed() {
        RuleReport rules = new RuleReport(1, true, List.of("nft says: no."));
        assertEquals(
                List.of("Node n1: kernel rules for addresses of Services: nft says: no."),
                lines(NodeTroubles.reported(
                        new NodeReport("n1", List.of(), Optional.of(rules), Optional.empty(), "hash", ""))));
    }

    @Test
    void whatHindersLayer2IsNamed() {
        IpAddress address = IpAddress.of("192.0.2.7");
        Layer2Report layer2 = new Layer2Report(
                List.of(
                        new Owned(address, "eth0", State.ANNOUNCING, "", ""),
                        new Owned(address.next(), "eth0", State.IN_USE, "", "02:00:00:00:00:01 has it.")),
                0,
                Map.of("lan", "no interface has its subnet."),
                List.of("There are no keys."),
                1,
                true,
                "");
        assertEquals(
                List.of(
                        "Node n1: There are no keys.",
                        "Node n1: Eip lan: no interface has its subnet.",
                        "Node n1: 192.0.2.8: 02:00:00:00:00:01 has it."),
                lines(NodeTroubles.reported(
                        new NodeReport("n1", List.of(), Optional.empty(), Optional.of(layer2), "hash", ""))));
    }

    @Test
    void aNodeWithoutAgentIsNamedUnlessItIsToHaveNone() {
        List<NodeView> nodes =
                List.of(node("n1", Map.of("os", "linux")), node("n2", Map.of("os", "linux")), node("n3", Map.of()));
        List<AgentPod> pods = List.of(new AgentPod("lb", "a", "n1", 1, Map.of("os", "linux")));
        assertEquals(
                List.of("Node n2"),
                NodeTroubles.withoutAgent(nodes, pods).map(Finding::object).toList());
    }
}
