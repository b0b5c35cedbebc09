package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Node as far as it matters here. Whether it is ready is left out on purpose: that is no reason to withdraw
/// (KEP-3458).
///
/// @param addresses `status.addresses` of type `InternalIP` and `ExternalIP`, in order
/// @param taints keys of `spec.taints`
/// @param deleting whether `metadata.deletionTimestamp` is set
/// @param unreachable whether the condition `Ready` is `Unknown`: its kubelet has not been heard of for a while. For
///     status only, and never a reason to withdraw: the agent may well go on announcing
public record NodeView(
        String name,
        String uid,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<IpAddress> addresses,
        Set<String> taints,
        boolean deleting,
        boolean unreachable) {
    public NodeView {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        addresses = List.copyOf(addresses);
        taints = Set.copyOf(taints);
    }
}
