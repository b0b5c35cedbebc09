package io.porterlb.kube.mapping;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.porterlb.desired.view.NamespaceView;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.desired.view.NodeView;
import io.porterlb.desired.view.Readiness;
import io.porterlb.kube.resource.NamespaceResource;
import io.porterlb.kube.resource.NodeResource;
import java.util.List;
import java.util.stream.Collectors;

/// Node to [NodeView], Namespace to [NamespaceView].
public final class NodeMapping {
    private NodeMapping() {}

    public static NodeView view(NodeResource node) {
        return new NodeView(
                node.metadata().name(),
                node.metadata().uid(),
                ServiceMapping.created(node.metadata()),
                node.metadata().labels(),
                node.metadata().annotations(),
                node.spec().providerID(),
                addresses(node.status().addresses()),
                node.spec().taints().stream().map(NodeMapping::taintKey).collect(Collectors.toSet()),
                node.metadata().deleting(),
                readiness(node.status().conditions()));
    }

    public static NamespaceView namespace(NamespaceResource namespace) {
        return new NamespaceView(
                namespace.metadata().name(), namespace.metadata().labels());
    }

    private static List<NodeAddress> addresses(List<NodeResource.Address> addresses) {
        return addresses.stream()
                .map(a -> new NodeAddress(a.type(), a.address()))
                .toList();
    }

    private static Readiness readiness(List<NodeResource.Condition> conditions) {
        String status = conditions.stream()
                .filter(condition -> condition.type().equals("Ready"))
                .map(NodeResource.Condition::status)
                .findFirst()
                .orElse("False");
        return switch (status) {
            case "True" -> Readiness.READY;
            case "Unknown" -> Readiness.UNKNOWN;
            default -> Readiness.NOT_READY;
        };
    }

    /// `key` of an entry of `spec.taints`.
    public static String taintKey(JsonObject taint) {
        return taint.get("key") instanceof JsonPrimitive key ? key.getAsString() : "";
    }
}
