package io.porterlb.manager.node;

import io.porterlb.desired.view.NodeView;
import io.porterlb.manager.cloud.InstanceMetadata;
import io.porterlb.manager.config.LabelSyntax;
import java.util.HashMap;
import java.util.Map;

/// The labels that a cloud provider gives Nodes, by the rules of `k8s.io/cloud-provider`
/// (`controllers/node/node_controller.go`). Pure.
final class NodeLabels {
    /// The names of before Kubernetes 1.17, and what they are called since (`k8s.io/api/core/v1`,
    /// `well_known_labels.go`).
    private static final Map<String, String> NEW_NAMES = Map.of(
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type",
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region");

    private NodeLabels() {}

    /// For a Node that is being initialized: what is known of the machine, under both names, and the additional
    /// labels whose keys the Node does not have and Kubernetes does not own.
    static Map<String, String> initial(NodeView node, InstanceMetadata instance) {
        Map<String, String> labels = new HashMap<>();
        instance.additionalLabels().forEach((key, value) -> {
            if (!LabelSyntax.isReserved(key) && !node.labels().containsKey(key)) {
                labels.put(key, value);
            }
        });
        NEW_NAMES.forEach((old, now) -> {
            String value = value(old, instance);
            if (!value.isEmpty()) {
                labels.put(old, value);
                labels.put(now, value);
            }
        });
        return labels;
    }

    private static String value(String oldName, InstanceMetadata instance) {
        if (oldName.endsWith("/zone")) {
            return instance.zone();
        }
        return oldName.endsWith("/region") ? instance.region() : instance.instanceType();
    }

    /// For a Node that has been initialized: the new name says what the old one says, where there is an old
    /// one.
    static Map<String, String> reconciled(NodeView node) {
        Map<String, String> labels = new HashMap<>();
        NEW_NAMES.forEach((old, now) -> {
            String value = node.labels().get(old);
            if (value != null && !value.equals(node.labels().get(now))) {
                labels.put(now, value);
            }
        });
        return labels;
    }
}
