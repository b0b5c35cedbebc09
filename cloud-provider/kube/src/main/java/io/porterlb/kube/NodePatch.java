package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.NodeAddress;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.resource.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    private static List<JsonObject> taints(NodeResource node, NodeChange change) {
        Stream<JsonObject> left =
                node.spec().taints().stream().filter(taint -> !change.untaint().contains(NodeMapping.taintKey(taint)));
        Stream<JsonObject> added =
                change.taint().stream().map(taint -> Json.object("key", taint.key(), "effect", taint.effect()));
        return Stream.concat(left, added).toList();
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
