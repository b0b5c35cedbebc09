package io.porterlb.desired.plan;

import io.porterlb.desired.view.EndpointView;
import java.util.List;
import java.util.stream.Stream;

/// Which nodes an address of a Service with `externalTrafficPolicy: Local` is announced from.
final class LocalEndpoints {
    private LocalEndpoints() {}

    /// How many endpoints of a node take traffic. An endpoint that is on no node counts for every node.
    static long at(String node, List<EndpointView> endpoints) {
        return usable(endpoints)
                .filter(endpoint -> endpoint.node().map(node::equals).orElse(true))
                .count();
    }

    /// Those that take traffic, on whatever node: those that are ready; if none is, those that still serve
    /// while they terminate: kube-proxy falls back to those of its own node (KEP-1669), and a Service of one
    /// replica would be gone too early.
    static Stream<EndpointView> usable(List<EndpointView> endpoints) {
        boolean anyReady = endpoints.stream().anyMatch(EndpointView::ready);
        return endpoints.stream()
                .filter(endpoint -> anyReady ? endpoint.ready() : endpoint.serving() && endpoint.terminating());
    }
}
