package io.porterlb.kube.mapping;

import io.porterlb.address.IpFamily;
import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.resource.EndpointSliceResource;
import io.porterlb.kube.resource.EndpointSliceResource.Conditions;
import java.util.List;
import java.util.Optional;

/// EndpointSlice to the part of a Service's endpoints that it holds.
public final class EndpointSliceMapping {
    /// The label that names the Service, which is in the same namespace.
    public static final String SERVICE_NAME = "kubernetes.io/service-name";

    private EndpointSliceMapping() {}

    /// Empty for a slice that belongs to no Service, or lists names instead of addresses, which kube-proxy ignores too.
    public static Optional<Slice> slice(EndpointSliceResource slice) {
        String service = slice.metadata().labels().get(SERVICE_NAME);
        if (service == null || service.isEmpty()) {
            return Optional.empty();
        }
        return ServiceMapping.family(slice.addressType())
                .map(family ->
                        new Slice(new ServiceKey(slice.metadata().namespace(), service), endpoints(slice, family)));
    }

    private static List<EndpointView> endpoints(EndpointSliceResource slice, IpFamily family) {
        return slice.endpoints().stream()
                .map(endpoint -> endpoint(family, endpoint))
                .toList();
    }

    private static EndpointView endpoint(IpFamily family, EndpointSliceResource.Endpoint endpoint) {
        Conditions conditions = endpoint.conditions();
        boolean ready = conditions.ready() == null || conditions.ready();
        return new EndpointView(
                family,
                Optional.ofNullable(endpoint.nodeName()),
                ready,
                conditions.serving() == null ? ready : conditions.serving(),
                conditions.terminating() != null && conditions.terminating());
    }

    /// Some endpoints of a Service.
    public record Slice(ServiceKey service, List<EndpointView> endpoints) {
        public Slice {
            endpoints = List.copyOf(endpoints);
        }
    }
}
