package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A Node as far as it matters here.
///
/// @param created `metadata.creationTimestamp`
/// @param providerID `spec.providerID`; empty while nobody has set it
/// @param addresses `status.addresses`, in order
/// @param taints keys of `spec.taints`
/// @param deleting whether `metadata.deletionTimestamp` is set
/// @param readiness for status and for the life cycle of the Node itself. No reason to withdraw (KEP-3458), as the
///     agent may well go on announcing, unless the kubelet says that the node is shutting down
public record NodeView(
        String name,
        String uid,
        Instant created,
        Map<String, String> labels,
        Map<String, String> annotations,
        String providerID,
        List<NodeAddress> addresses,
        Set<String> taints,
        boolean deleting,
        Readiness readiness) {
    public NodeView {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        addresses = List.copyOf(addresses);
        taints = Set.copyOf(taints);
    }

    /// Its addresses of type `InternalIP` and `ExternalIP`, in order.
    public List<IpAddress> ips() {
        return addresses.stream().map(NodeAddress::ip).flatMap(Optional::stream).toList();
    }

    /// Whether its kubelet has not been heard of for a while.
    public boolean unreachable() {
        return readiness == Readiness.UNKNOWN;
    }
}
