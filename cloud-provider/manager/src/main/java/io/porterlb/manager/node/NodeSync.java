package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.NodeChange;
import io.porterlb.manager.cloud.InstanceMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the cloud-node controller does to a Node, by the rules of `k8s.io/cloud-provider`
/// (`controllers/node/node_controller.go`, `syncNode` and `updateNodeAddress`). Pure.
sealed interface NodeSync {
    /// Kubelet registers with it under `--cloud-provider=external`; nothing is scheduled until a cloud provider
    /// has taken it away (`k8s.io/cloud-provider/api`, `TaintExternalCloudProvider`).
    String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";

    /// Nothing, where the change is [NodeChange#NONE].
    record Write(NodeChange change) implements NodeSync {}

    /// The Node stays uninitialized.
    ///
    /// @param sentence why, and what to do
    record Refused(String sentence) implements NodeSync {}

    static NodeSync of(NodeView node, InstanceMetadata instance) {
        boolean fresh = isUninitialized(node);
        return switch (NodeAddresses.of(node, instance.nodeAddresses())) {
            case NodeAddresses.Wanted(var addresses) ->
                new Write(fresh ? initialize(node, instance, addresses) : reconcile(node, addresses));
            case NodeAddresses.Unusable(String sentence) ->
                fresh ? new Refused(sentence) : new Write(reconcile(node, List.of()));
        };
    }

    static boolean isUninitialized(NodeView node) {
        return node.taints().contains(UNINITIALIZED);
    }

    private static NodeChange initialize(NodeView node, InstanceMetadata instance, List<NodeAddress> addresses) {
        return new NodeChange(
                Optional.of(instance.providerID()).filter(_ -> node.providerID().isEmpty()),
                NodeLabels.initial(node, instance),
                Set.of(UNINITIALIZED),
                Set.of(),
                changed(node, addresses));
    }

    /// What belongs to a Node that has been initialized, by whomever, is kept true and not added to.
    private static NodeChange reconcile(NodeView node, List<NodeAddress> addresses) {
        Map<String, String> labels = NodeLabels.reconciled(node);
        return new NodeChange(Optional.empty(), labels, Set.of(), Set.of(), changed(node, addresses));
    }

    /// All addresses of a type count, and their order: Kubernetes compares one of each type, so that a Node of
    /// two families looks changed to it every time. The order of types means nothing, and others may want
    /// another one.
    private static Optional<List<NodeAddress>> changed(NodeView node, List<NodeAddress> addresses) {
        return Optional.of(addresses)
                .filter(list -> !list.isEmpty() && !byType(list).equals(byType(node.addresses())));
    }

    private static Map<String, List<NodeAddress>> byType(List<NodeAddress> addresses) {
        return addresses.stream().collect(Collectors.groupingBy(NodeAddress::type));
    }
}
