package io.porterlb.desired.plan;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which nodes an address of a Service with `externalTrafficPolicy: Local` is announced from.
public final class LocalEndpoints {
    private LocalEndpoints() {}

    /// How many endpoints of a node take traffic. An endpoint that is on no node counts for every node.
    static long at(String node, List<EndpointView> endpoints) {
        return usable(endpoints)
                .filter(endpoint -> endpoint.node().map(node::equals).orElse(true))
                .count();
    }

    /// The nodes that have an endpoint of the family that takes traffic, in order. An endpoint that is on no node
    /// counts for every node.
    public static Set<String> nodes(ClusterView view, ServiceView service, IpFamily family) {
        Set<String> nodes = new TreeSet<>();
        usable(of(view, service, family))
                .forEach(endpoint -> endpoint.node()
                        .ifPresentOrElse(
                                nodes::add, () -> nodes.addAll(view.nodes().keySet())));
        return nodes;
    }

    /// All endpoints of a family. A Pod of a dual-stack Service is an endpoint of each family.
    static List<EndpointView> of(ClusterView view, ServiceView service, IpFamily family) {
        List<EndpointView> all = Objects.requireNonNullElse(view.endpoints().get(service.key()), List.of());
        return all.stream().filter(endpoint -> endpoint.family() == family).toList();
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
