package io.porterlb.porterctl.diagnose;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.ObjectCondition;
import io.porterlb.kube.Overview;
import io.porterlb.kube.agents.AgentPod;
import java.util.List;
import java.util.stream.Stream;

/// What the API server has of the whole cluster.
///
/// @param pods the agents that run
record Examined(
        List<NodeView> nodes,
        List<AgentPod> pods,
        List<NodeReport> reports,
        List<ServiceView> services,
        List<ObjectCondition> conditions) {
    static Examined read(Overview overview, List<AgentPod> pods) {
        return new Examined(overview.nodes(), pods, overview.reports(), overview.services(), overview.conditions());
    }

    /// The same as if there were this node alone, and nothing that is of no node.
    Examined only(String node) {
        return new Examined(
                nodes.stream().filter(one -> one.name().equals(node)).toList(),
                pods,
                reports.stream().filter(report -> report.node().equals(node)).toList(),
                List.of(),
                List.of());
    }

    /// What is wrong by that, in no order.
    Stream<Finding> findings() {
        return Stream.of(
                        NodeTroubles.withoutAgent(nodes, pods),
                        reports.stream().flatMap(NodeTroubles::reported),
                        ObjectTroubles.conditions(conditions, reports),
                        ObjectTroubles.waiting(services))
                .flatMap(findings -> findings);
    }
}
