package io.porterlb.porterctl.diagnose;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.SessionReport;
import io.porterlb.kube.agents.AgentPod;
import io.porterlb.kube.agents.NodeFindings;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is wrong with nodes. Pure.
final class NodeTroubles {
    private static final String ESTABLISHED = "ESTABLISHED";

    private NodeTroubles() {}

    /// Nodes that should have an agent and have none: those that the agents' `nodeSelector` selects.
    static Stream<Finding> withoutAgent(Collection<NodeView> nodes, List<AgentPod> pods) {
        Set<String> served = pods.stream().map(AgentPod::node).collect(Collectors.toSet());
        return pods.stream()
                .limit(1)
                .flatMap(any -> nodes.stream()
                        .filter(node -> node.labels()
                                .entrySet()
                                .containsAll(any.nodeSelector().entrySet()))
                        .map(NodeView::name)
                        .filter(name -> !served.contains(name))
                        .map(name -> of(
                                name,
                                "no porter-agent runs here, so it announces nothing: see kubectl get pods -o wide"
                                        + " in the namespace of PorterLB.")));
    }

    /// Its settings, as its agent has found them.
    static Stream<Finding> settings(NodeFindings said) {
        return said.findings().stream().map(finding -> of(said.node(), finding.message()));
    }

    /// What its agent has reported: sessions that are down, rules that the kernel refused, and
    /// what hinders its Layer 2 addresses.
    static Stream<Finding> reported(NodeReport report) {
        Stream<Finding> sessions = report.sessions().stream()
                .filter(session -> !session.state().equals(ESTABLISHED))
                .map(session -> of(report.node(), sentence(session)));
        return Stream.of(sessions, rules(report), layer2(report)).flatMap(findings -> findings);
    }

    private static Stream<Finding> rules(NodeReport report) {
        return report.rules().stream()
                .flatMap(found -> found.problems().stream())
                .map(problem -> of(report.node(), "kernel rules for addresses of Services: " + problem));
    }

    private static Stream<Finding> layer2(NodeReport report) {
        return report.layer2().stream()
                .flatMap(said -> Stream.of(
                                said.problems().stream(),
                                said.refusals().entrySet().stream()
                                        .map(eip -> "Eip " + eip.getKey() + ": " + eip.getValue()),
                                said.addresses().stream()
                                        .filter(owned -> !owned.message().isEmpty())
                                        .map(owned -> owned.address() + ": " + owned.message()))
                        .flatMap(messages -> messages))
                .map(message -> of(report.node(), message));
    }

    private static String sentence(SessionReport session) {
        String why = session.message().isEmpty()
                ? "the session with %s is in state %s".formatted(session.neighborAddress(), session.state())
                : session.message();
        return "BgpPeer " + session.peer() + ": " + (why.endsWith(".") ? why : why + ".");
    }

    private static Finding of(String node, String message) {
        return new Finding("Node " + node, message);
    }
}
