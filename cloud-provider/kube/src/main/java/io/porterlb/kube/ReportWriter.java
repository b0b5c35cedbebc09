package io.porterlb.kube;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.Layer2Report;
import io.porterlb.desired.view.NodeReport;
import io.porterlb.desired.view.NodeView;
import io.porterlb.kube.http.ContentType;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.ReportMapping;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.watch.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes a node's PorterNode. Only that node's agent does, so it is never in anyone's way.
public final class ReportWriter {
    private static final ResourceType<CustomResource> TYPE = ResourceType.PORTER_NODE;

    /// So that the reports of a large cluster do not fill etcd.
    private static final int MAX_BYTES = 64 << 10;

    private final Calls calls;
    private final Source<CustomResource, NodeReport> reports;

    ReportWriter(Calls calls, Source<CustomResource, NodeReport> reports) {
        this.calls = calls;
        this.reports = reports;
    }

    /// Writes the whole report; creates the object first if it is missing. It is removed with its Node. The caller
    /// decides how often. [WriteResult.Refused] for a report of more than 64 KiB.
    ///
    /// @param node that the report is about
    public WriteResult write(NodeView node, NodeReport report) {
        JsonObject patch = Json.object("status", status(report));
        int size = patch.toString().getBytes(StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            return new WriteResult.Refused("The report of node " + node.name() + " has " + size + " bytes, more than "
                    + MAX_BYTES + ". Give the node fewer BgpPeers with their nodeSelector.");
        }
        WriteResult result = patch(node, patch);
        if (!(result instanceof WriteResult.NotFound)) {
            return result;
        }
        return create(node) instanceof WriteResult.Refused refused ? refused : patch(node, patch);
    }

    /// The Layer 2 addresses that any node has answered for by its report ([Layer2Report#answered]), as the API server
    /// has them now. Blocks, and throws [KubeException]. Needs the verb list.
    public Set<IpAddress> answeredAddresses() {
        return Reports.list(calls).stream()
                .flatMap(report -> report.layer2().stream())
                .flatMap(Layer2Report::answered)
                .collect(Collectors.toSet());
    }

    /// A merge patch leaves what it does not name. Once the agent has a plan and no part in sharing Layer 2 addresses,
    /// what a former one said of them goes; before that it may not know yet.
    private static JsonObject status(NodeReport report) {
        JsonObject status = Json.tree(ReportMapping.status(report)).getAsJsonObject();
        if (report.layer2().isEmpty() && !report.appliedAt().isEmpty()) {
            status.add("layer2", JsonNull.INSTANCE);
        }
        return status;
    }

    private WriteResult patch(NodeView node, JsonObject patch) {
        return calls.send(
                "Can't write the status of PorterNode " + node.name(),
                "PATCH",
                TYPE.path(node.name()) + "/status",
                patch,
                ContentType.MERGE_PATCH,
                answer -> {
                    reports.written(answer);
                    return new WriteResult.Written(Calls.version(answer));
                });
    }

    private WriteResult create(NodeView node) {
        Map<String, String> owner = Map.of("apiVersion", "v1", "kind", "Node", "name", node.name(), "uid", node.uid());
        JsonObject body = Json.object(
                "apiVersion", TYPE.apiVersion(),
                "kind", "PorterNode",
                "metadata", Map.of("name", node.name(), "ownerReferences", List.of(owner)));
        return calls.send(
                "Can't create PorterNode " + node.name(),
                "POST",
                TYPE.path(),
                body,
                ContentType.JSON,
                answer -> new WriteResult.Written(Calls.version(answer)));
    }
}
