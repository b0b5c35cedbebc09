package io.porterlb.desired.plan;

import io.porterlb.desired.view.EndpointView;
import java.util.List;

/// Which nodes a Service with `externalTrafficPolicy: Local` is announced from.
final class LocalEndpoints {
    private LocalEndpoints() {}

    /// How many endpoints of a node take traffic: those that are ready; if none is ready anywhere, those that still
    /// serve while they terminate: kube-proxy falls back to those of its own node (KEP-1669), and a Service of one
    /// replica would be gone too early. An endpoint that is on no node counts for every node.
    static long at(String node, List<EndpointView> endpoints) {
        boolean anyReady = endpoints.stream().anyMatch(EndpointView::ready);
        return endpoints.stream()
                .filter(endpoint -> endpoint.node().map(node::equals).orElse(true))
                .filter(endpoint -> anyReady ? endpoint.ready() : endpoint.serving() && endpoint.terminating())
                .count();
    }
}
