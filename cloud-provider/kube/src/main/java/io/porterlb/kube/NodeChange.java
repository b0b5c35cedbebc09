package io.porterlb.kube;

import io.porterlb.desired.view.NodeAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is to be written to a Node. What it does not name stays as it is.
///
/// @param providerID for `spec.providerID`, which the API server lets nobody replace
/// @param labels to add or replace
/// @param untaint keys of the taints to take away, whatever their value and effect
/// @param taint to add
/// @param addresses the whole of `status.addresses`
public record NodeChange(
        Optional<String> providerID,
        Map<String, String> labels,
        Set<String> untaint,
        Set<NodeTaint> taint,
        Optional<List<NodeAddress>> addresses) {
    /// Nothing is to be written.
    public static final NodeChange NONE =
            new NodeChange(Optional.empty(), Map.of(), Set.of(), Set.of(), Optional.empty());

    public NodeChange {
        labels = Map.copyOf(labels);
        untaint = Set.copyOf(untaint);
        taint = Set.copyOf(taint);
        addresses = addresses.map(List::copyOf);
    }

    /// Takes one taint away.
    public static NodeChange untaint(String key) {
        return new NodeChange(Optional.empty(), Map.of(), Set.of(key), Set.of(), Optional.empty());
    }

    /// Adds one taint.
    public static NodeChange taint(NodeTaint added) {
        return new NodeChange(Optional.empty(), Map.of(), Set.of(), Set.of(added), Optional.empty());
    }

    /// Whether nothing of the Node itself, that is, of all but its status, is to be written.
    boolean leavesNode() {
        return providerID.isEmpty() && labels.isEmpty() && untaint.isEmpty() && taint.isEmpty();
    }
}
