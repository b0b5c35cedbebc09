package io.porterlb.kube;

import io.porterlb.desired.view.NodeReport;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.ReportMapping;
import io.porterlb.kube.resource.CustomResource;
import io.porterlb.kube.watch.Scope;
import java.util.List;

/// What all nodes have reported, asked of the API server.
final class Reports {
    private Reports() {}

    /// Those that there are now. Blocks, and throws [KubeException]. Needs the verb list on porternodes.
    static List<NodeReport> list(Calls calls) {
        return calls.list("Can't list porternodes", Scope.all(ResourceType.PORTER_NODE)).orElse(List.of()).stream()
                .map(item -> ReportMapping.report(Json.read(item, CustomResource.class)))
                .toList();
    }
}
