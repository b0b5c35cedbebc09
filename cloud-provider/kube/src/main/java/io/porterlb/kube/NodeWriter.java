package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.watch.Source;
import java.util.List;
import java.util.Map;

/// Writes what a cloud provider writes to Nodes.
public final class NodeWriter {
    /// Kubelet registers with it under `--cloud-provider=external`; nothing is scheduled until a cloud provider has
    /// taken it away (`k8s.io/cloud-provider/api`, `TaintExternalCloudProvider`).
    public static final String UNINITIALIZED = "node.cloudprovider.kubernetes.io/uninitialized";

    /// As `k8s.io/cloud-provider` does it: others (kubelet, node controller) write to the same Node just then.
    private static final int ATTEMPTS = 20;

    private final Calls calls;
    private final Source<NodeResource, NodeView> nodes;

    NodeWriter(Calls calls, Source<NodeResource, NodeView> nodes) {
        this.calls = calls;
        this.nodes = nodes;
    }

    /// Takes the uninitialized taint away, whatever its effect, and leaves other taints alone.
    public WriteResult removeUninitializedTaint(String node) {
        WriteResult result = attempt(node);
        for (int i = 1; i < ATTEMPTS && result instanceof WriteResult.Conflict; i++) {
            result = attempt(node);
        }
        return result;
    }

    private WriteResult attempt(String name) {
        String path = ResourceType.NODE.path(name);
        String what = "Can't initialize Node " + name;
        return calls.get(what, path, object -> {
            NodeResource node = Json.read(object, NodeResource.class);
            List<JsonObject> left = node.spec().taints().stream()
                    .filter(taint -> !NodeMapping.taintKey(taint).equals(UNINITIALIZED))
                    .toList();
            if (left.size() == node.spec().taints().size()) {
                return new WriteResult.Written(node.metadata().resourceVersion());
            }
            return calls.send(what, "PATCH", path, patch(node, left), ContentType.MERGE_PATCH, this::written);
        });
    }

    /// The list is replaced as a whole, so it must still be the one that was read, of the same Node.
    private static JsonObject patch(NodeResource node, List<JsonObject> taints) {
        return Json.object(
                "metadata",
                        Map.of(
                                "uid", node.metadata().uid(),
                                "resourceVersion", node.metadata().resourceVersion()),
                "spec", Map.of("taints", taints));
    }

    private WriteResult written(JsonObject answer) {
        nodes.written(answer);
        return new WriteResult.Written(Calls.version(answer));
    }
}
