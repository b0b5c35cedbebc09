package io.porterlb.manager.cloud;

import io.porterlb.desired.view.NodeView;

/// What a cloud provider knows of the machines behind the Nodes: Kubernetes' own interface of this name
/// (`k8s.io/cloud-provider`, `cloud.go`), by which the node controllers are driven.
///
/// All three may be called by any thread, at any time and often: they answer at once from what is known.
public interface InstancesV2 {
    /// Whether there is such a machine. A false answer has the Node deleted once it is not ready, so where it
    /// is unknown the answer is true.
    boolean instanceExists(NodeView node);

    /// Whether the machine has been turned off on purpose.
    boolean instanceShutdown(NodeView node);

    /// What is known of the machine.
    InstanceMetadata instanceMetadata(NodeView node);
}
