package io.porterlb.desired.plan;

import io.porterlb.desired.view.EndpointView;
import java.util.List;
import java.util.function.Predicate;

/// Which nodes a Service with `externalTrafficPolicy: Local` is announced from.
final class LocalEndpoints {
    private LocalEndpoints() {}

    /// Nodes with a ready endpoint; if none is ready anywhere, nodes with one that still serves while it terminates:
    /// kube-proxy falls back to those on its own node (KEP-1669), and a Service of one replica would be gone too
    early.
    /// An endpoint that is on no node counts for every node.
    static boolean at(String node, List<EndpointView> endpoints) {
        Predicate<EndpointView> here =
                endpoint -> endpoint.node().map(node::equals).orElse(true);
        return endpoints.stream().anyMatch(EndpointView::ready)
                ? endpoints.stream().anyMatch(here.and(EndpointView::ready))
                : endpoints.stream().anyMatch(here.and(endpoint -> endpoint.serving() && endpoint.terminating()));
    }
}
