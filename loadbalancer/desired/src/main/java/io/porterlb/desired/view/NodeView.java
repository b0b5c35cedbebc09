package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Node as far as it matters here. Readiness is left out on purpose: it is not a reason to withdraw (KEP-3458).
///
/// @param addresses `status.addresses` of type `InternalIP` and `ExternalIP`, in order
/// @param taints keys of `spec.taints`
/// @param deleting whether `metadata.deletionTimestamp` is set
public record NodeView(
        String name,
        String uid,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<IpAddress> addresses,
        Set<String> taints,
        boolean deleting) {
    public NodeView {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        addresses = List.copyOf(addresses);
        taints = Set.copyOf(taints);
    }
}
