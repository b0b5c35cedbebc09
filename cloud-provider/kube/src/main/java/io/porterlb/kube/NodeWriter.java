package io.porterlb.kube;

import com.google.gson.JsonObject;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.resource.NodeResource;
import io.porterlb.kube.watch.Source;
import io.porterlb.kube.watch.Stored;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/// Writes what a cloud provider writes to Nodes. Every write names the UID and the resourceVersion that it was
/// decided on: one that was held back while somebody else wrote is refused by the API server.
public final class NodeWriter {
    /// As `k8s.io/cloud-provider` does it (`UpdateNodeSpecBackoff` in `controllers/node/node_controller.go`):
    /// others (kubelet, node controller) write to a new Node just then.
    private static final int ATTEMPTS = 20;

    private static final int PAUSE_MILLIS = 50;

    private final Calls calls;
    private final Source<NodeResource, NodeView> nodes;

    NodeWriter(Calls calls, Source<NodeResource, NodeView> nodes) {
        this.calls = calls;
        this.nodes = nodes;
    }

    /// Reads the Node, asks what to change in it, and writes that: the Node in one request, its status in a
    /// second. Where somebody else writes in between, all of it begins again, up to 20 times, 50 to 100 ms
    /// apart.
    ///
    /// @param seen the Node that is meant; another one of the same name is not touched
    /// @param decide from the Node as it is now; may be asked more than once
    public WriteResult change(NodeView seen, Function<NodeView, NodeChange> decide) {
        WriteResult result = attempt(seen, decide);
        for (int i = 1; i < ATTEMPTS && result instanceof WriteResult.Conflict && paused(); i++) {
            result = attempt(seen, decide);
        }
        return result;
    }

    private WriteResult attempt(NodeView seen, Function<NodeView, NodeChange> decide) {
        return calls.get(what(seen), ResourceType.NODE.path(seen.name()), object -> {
            NodeResource node = Json.read(object, NodeResource.class);
            if (!node.metadata().uid().equals(seen.uid())) {
                return gone(seen);
            }
            return write(node, seen, decide.apply(NodeMapping.view(node)));
        });
    }

    private WriteResult write(NodeResource node, NodeView seen, NodeChange change) {
        if (change.leavesNode()) {
            return writeStatus(node, seen, change);
        }
        return send(seen, "", NodePatch.ofNode(node, change), written -> writeStatus(written, seen, change));
    }

    private WriteResult writeStatus(NodeResource node, NodeView seen, NodeChange change) {
        WriteResult asItIs = new WriteResult.Written(node.metadata().resourceVersion());
        return change.addresses()
                .map(addresses -> NodePatch.ofStatus(node.metadata(), addresses))
                .map(patch -> send(
                        seen,
                        "/status",
                        patch,
                        written -> new WriteResult.Written(written.metadata().resourceVersion())))
                .orElse(asItIs);
    }

    private WriteResult send(
            NodeView seen, String subresource, JsonObject patch, Function<NodeResource, WriteResult> then) {
        String path = ResourceType.NODE.path(seen.name()) + subresource;
        return calls.send(what(seen), "PATCH", path, patch, ContentType.MERGE_PATCH, answer -> {
            nodes.written(answer);
            return then.apply(Json.read(answer, NodeResource.class));
        });
    }

    /// Many Nodes that come at once do not come again at once.
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Deletes the Node if it is still what was seen. [WriteResult.Conflict] means that it is not, or may not
    /// be: its kubelet may be back.
    public WriteResult delete(NodeView seen) {
        Optional<Stored<NodeView>> stored = nodes.store().find(seen.name());
        if (stored.isEmpty() || !stored.get().uid().equals(seen.uid())) {
            return gone(seen);
        }
        if (!stored.get().view().equals(seen)) {
            return new WriteResult.Conflict("Node " + seen.name() + " has changed since it was looked at.");
        }
        return delete(seen.name(), stored.get());
    }

    private WriteResult delete(String name, Stored<NodeView> stored) {
        JsonObject options = Json.object(
                "apiVersion", "v1",
                "kind", "DeleteOptions",
                "preconditions", Map.of("uid", stored.uid(), "resourceVersion", stored.resourceVersion()));
        String path = ResourceType.NODE.path(name);
        return calls.send("Can't delete Node " + name, "DELETE", path, options, ContentType.JSON, answer -> {
            nodes.store().deleted(name, stored);
            return new WriteResult.Deleted();
        });
    }

    private static WriteResult gone(NodeView seen) {
        return new WriteResult.NotFound(
                "There is no Node " + seen.name() + " with the UID " + seen.uid() + " any more.");
    }

    private static String what(NodeView seen) {
        return "Can't write Node " + seen.name();
    }
}
