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
    /// What the kubelet says from the moment on in which it hears of a shutdown, beside what else is wrong
    /// (`k8s.io/kubernetes/pkg/kubelet/nodeshutdown/nodeshutdown_manager_linux.go`). The condition's reason does
    /// not tell it from others.
    private static final String SHUTTING_DOWN = "node is shutting down";

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
        return conditions.stream()
                .filter(condition -> condition.type().equals("Ready"))
                .map(NodeMapping::readiness)
                .findFirst()
                .orElse(Readiness.NOT_READY);
    }

    private static Readiness readiness(NodeResource.Condition ready) {
        return switch (ready.status()) {
            case "True" -> Readiness.READY;
            case "Unknown" -> Readiness.UNKNOWN;
            default -> ready.message().contains(SHUTTING_DOWN) ? Readiness.SHUTTING_DOWN : Readiness.NOT_READY;
        };
    }

    /// `key` of an entry of `spec.taints`.
    public static String taintKey(JsonObject taint) {
        return taint.get("key") instanceof JsonPrimitive key ? key.getAsString() : "";
    }
}
