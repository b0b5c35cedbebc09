package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.kube.NodeChange;
import io.porterlb.kube.NodeTaint;
import io.porterlb.manager.cloud.InstancesV2;
import java.util.HashMap;
import java.util.Map;

/// What the life-cycle controller does to a Node, by the rules of `k8s.io/cloud-provider`
/// (`controllers/nodelifecycle/node_lifecycle_controller.go`). Pure.
sealed interface NodeLifecycle {
    /// The machine has been turned off on purpose (`k8s.io/cloud-provider/api`, `TaintNodeShutdown`).
    NodeTaint SHUTDOWN = new NodeTaint("node.cloudprovider.kubernetes.io/shutdown", "NoSchedule");

    /// Nothing.
    record Leave(NodeView node) implements NodeLifecycle {}

    /// The taint [#SHUTDOWN] is put on or taken off.
    record Retaint(NodeView node, InstancesV2 instances) implements NodeLifecycle {}

    /// The Node goes: there is no such machine.
    record Delete(NodeView node) implements NodeLifecycle {}

    /// As [Delete], but a provider that has lost so many machines is not believed.
    record Withhold(NodeView node, int missing, int nodes) implements NodeLifecycle {}

    /// What is due for each of all Nodes, by name. Not in Kubernetes: where the provider does not know more
    /// than half of the Nodes, ready or not, none is deleted.
    static Map<String, NodeLifecycle> plan(Map<String, NodeView> nodes, InstancesV2 instances) {
        int missing = (int) nodes.values().stream()
                .filter(node -> !instances.instanceExists(node))
                .count();
        boolean believed = missing <= nodes.size() / 2;
        Map<String, NodeLifecycle> due = HashMap.newHashMap(nodes.size());
        nodes.forEach((name, node) -> {
            boolean lost = !node.deleting() && !isReady(node) && !instances.instanceExists(node);
            NodeLifecycle delete = believed ? new Delete(node) : new Withhold(node, missing, nodes.size());
            due.put(name, lost ? delete : retaint(node, instances));
        });
        return due;
    }

    private static NodeLifecycle retaint(NodeView node, InstancesV2 instances) {
        return taints(node, instances).equals(NodeChange.NONE) ? new Leave(node) : new Retaint(node, instances);
    }

    /// A Node that is ready is not shut down, whatever the provider says.
    static NodeChange taints(NodeView node, InstancesV2 instances) {
        boolean tainted = node.taints().contains(SHUTDOWN.key());
        if (isReady(node)) {
            return tainted ? NodeChange.untaint(SHUTDOWN.key()) : NodeChange.NONE;
        }
        boolean shutdown = instances.instanceExists(node) && instances.instanceShutdown(node);
        return shutdown && !tainted ? NodeChange.taint(SHUTDOWN) : NodeChange.NONE;
    }

    private static boolean isReady(NodeView node) {
        return node.readiness() == Readiness.READY;
    }
}
