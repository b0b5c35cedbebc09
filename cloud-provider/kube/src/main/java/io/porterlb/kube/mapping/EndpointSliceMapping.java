package io.porterlb.kube.mapping;

import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.resource.EndpointSliceResource;
import io.porterlb.kube.resource.EndpointSliceResource.Conditions;
import java.util.List;
import java.util.Optional;

/// EndpointSlice to the part of a Service's endpoints that it holds.
public final class EndpointSliceMapping {
    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private EndpointSliceMapping() {}

    /// Empty for a slice that belongs to no Service, or lists names instead of addresses, which kube-proxy ignores too.
    public static Optional<Slice> slice(EndpointSliceResource slice) {
        String service = slice.metadata().labels().get(SERVICE_NAME);
        if (service == null || service.isEmpty() || slice.addressType().equals("FQDN")) {
            return Optional.empty();
        }
        List<EndpointView> endpoints =
                slice.endpoints().stream().map(EndpointSliceMapping::endpoint).toList();
        return Optional.of(new Slice(new ServiceKey(slice.metadata().namespace(), service), endpoints));
    }

    private static EndpointView endpoint(EndpointSliceResource.Endpoint endpoint) {
        Conditions conditions = endpoint.conditions();
        boolean ready = conditions.ready() == null || conditions.ready();
        return new EndpointView(
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
