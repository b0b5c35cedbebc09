package io.porterlb.kube.removal;

import java.util.List;
import java.util.Map;

/// An object as it was read, reduced to what matters for its removal.
///
/// @param namespace empty for a cluster-scoped object
/// @param uid tells it from a later one of the same name
/// @param deleting whether `metadata.deletionTimestamp` is set
/// @param node where a Pod runs; empty for one that is not scheduled, and for every other kind
public record ClusterObject(
        InstalledKind kind,
        String namespace,
        String name,
        String uid,
        String resourceVersion,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<String> finalizers,
        boolean deleting,
        String node) {
    public ClusterObject {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        finalizers = List.copyOf(finalizers);
    }

    /// Kind, namespace and name, such as `Deployment porterlb-system/porter-manager`.
    @Override
    public String toString() {
        return kind.kind() + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
    }
}
