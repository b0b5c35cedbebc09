package io.porterlb.kube;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.porterlb.desired.plan.Drain;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.NodeMapping;
import io.porterlb.kube.mapping.ReportMapping;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.resource.NodeResource;
import java.util.Optional;

/// Drains nodes, for somebody at a command line. Reads ask the API server each time. Any thread; each call blocks its
/// own, and throws [KubeException] for what is not a value.
public final class NodeDrains {
    private final Calls calls;

    NodeDrains(Calls calls) {
        this.calls = calls;
    }

    /// A Node as it is now. Needs the verb get on nodes.
    public Optional<NodeView> node(String name) {
        return calls.find("Can't read Node " + name, ResourceType.NODE.path(name))
                .map(node -> NodeMapping.view(Json.read(node, NodeResource.class)));
    }

    /// What the node's agent has reported; empty where none has. Needs the verb get on porternodes.
    public Optional<NodeReport> report(String node) {
        return calls.find("Can't read PorterNode " + node, ResourceType.PORTER_NODE.path(node))
                .map(report -> ReportMapping.report(Json.read(report, CustomResource.class)));
    }

    /// Sets or removes [Drain#ANNOTATION] on this very Node; [WriteResult.Conflict] if another one has its name
    /// now. What else was written to it meanwhile does no harm, so its resourceVersion is no condition. Needs the
    /// verb patch on nodes.
    ///
    /// @param drained whether it is to be
    public WriteResult order(NodeView node, boolean drained) {
        JsonObject annotation = Json.object(Drain.ANNOTATION, drained ? new JsonPrimitive("true") : JsonNull.INSTANCE);
        return calls.send(
                "Can't write Node " + node.name(),
                "PATCH",
                ResourceType.NODE.path(node.name()),
                Json.object("metadata", Json.object("uid", node.uid(), "annotations", annotation)),
                ContentType.MERGE_PATCH,
                answer -> new WriteResult.Written(Calls.version(answer)));
    }
}
