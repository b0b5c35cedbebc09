package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The merge patches that make a Node what a [NodeChange] wants. They hold whole lists, so each is right only
/// for the version of the very object that it was made from, and names both.
final class NodePatch {
    private NodePatch() {}

    /// For the Node itself: labels, provider ID and taints in one.
    static JsonObject ofNode(NodeResource node, NodeChange change) {
        JsonObject metadata = precondition(node.metadata());
        metadata.add("labels", Json.tree(change.labels()));
        JsonObject spec = new JsonObject();
        change.providerID().ifPresent(id -> spec.addProperty("providerID", id));
        if (!change.untaint().isEmpty() || !change.taint().isEmpty()) {
            spec.add("taints", Json.tree(taints(node, change)));
        }
        return Json.object("metadata", metadata, "spec", spec);
    }

    /// A taint is one by key and effect (`Taint.MatchTaint` in `k8s.io/api/core/v1/taint.go`); what is there
    /// already, as after an attempt that failed half-way, is not added twice: the API server refuses that.
    private static List<JsonObject> taints(NodeResource node, NodeChange change) {
        Map<NodeTaint, JsonObject> taints = new LinkedHashMap<>();
        node.spec().taints().stream()
                .filter(taint -> !change.untaint().contains(NodeMapping.taintKey(taint)))
                .forEach(taint -> taints.put(identity(taint), taint));
        change.taint().forEach(taint -> taints.putIfAbsent(taint, added(taint)));
        return List.copyOf(taints.values());
    }

    private static NodeTaint identity(JsonObject taint) {
        return new NodeTaint(NodeMapping.taintKey(taint), taint.get("effect").getAsString());
    }

    private static JsonObject added(NodeTaint taint) {
        return Json.object("key", taint.key(), "effect", taint.effect());
    }

    /// For its subresource `status`.
    static JsonObject ofStatus(ObjectMeta node, List<NodeAddress> addresses) {
        List<NodeResource.Address> all = addresses.stream()
                .map(address -> new NodeResource.Address(address.type(), address.address()))
                .toList();
        return Json.object("metadata", precondition(node), "status", Map.of("addresses", all));
    }

    private static JsonObject precondition(ObjectMeta node) {
        return Json.object("uid", node.uid(), "resourceVersion", node.resourceVersion());
    }
}
