package io.porterlb.kube.mapping;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.resource.NamespaceResource;
import io.porterlb.kube.resource.NodeResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Node to [NodeView], Namespace to [NamespaceView].
public final class NodeMapping {
    private static final Set<String> ADDRESS_TYPES = Set.of("InternalIP", "ExternalIP");

    /// Set by the node lifecycle controller of Kubernetes once the kubelet no longer renews its lease.
    private static final NodeResource.Condition NOT_HEARD_OF = new NodeResource.Condition("Ready", "Unknown");

    private NodeMapping() {}

    public static NodeView view(NodeResource node) {
        return new NodeView(
                node.metadata().name(),
                node.metadata().uid(),
                node.metadata().labels(),
                node.metadata().annotations(),
                addresses(node.status().addresses()),
                node.spec().taints().stream().map(NodeMapping::taintKey).collect(Collectors.toSet()),
                node.metadata().deleting(),
                node.status().conditions().contains(NOT_HEARD_OF));
    }

    public static NamespaceView namespace(NamespaceResource namespace) {
        return new NamespaceView(
                namespace.metadata().name(), namespace.metadata().labels());
    }

    private static List<IpAddress> addresses(List<NodeResource.Address> addresses) {
        return addresses.stream()
                .filter(a -> ADDRESS_TYPES.contains(a.type()))
                .map(a -> IpAddress.parse(a.address()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// `key` of an entry of `spec.taints`.
    public static String taintKey(JsonObject taint) {
        return taint.get("key") instanceof JsonPrimitive key ? key.getAsString() : "";
    }
}
