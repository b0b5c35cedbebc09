package io.porterlb.kube;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.porterlb.desired.view.EndpointView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.kube.http.Json;
import io.porterlb.kube.http.ResourceType;
import io.porterlb.kube.mapping.EndpointSliceMapping;
import io.porterlb.kube.resource.EndpointSliceResource;
import io.porterlb.kube.watch.Scope;
import java.util.List;
import java.util.Set;

/// Reads the endpoints of single Services, for a program that does not watch them. Needs the verb list on
/// endpointslices. Any thread; each call blocks its own, and throws [KubeException] where the API server gives no list.
public final class EndpointReader {
    private final Calls calls;

    EndpointReader(Calls calls) {
        this.calls = calls;
    }

    /// As they are now; those that look alike are one.
    public Set<EndpointView> of(ServiceKey service) {
        Scope slices = Scope.labelled(
                ResourceType.ENDPOINT_SLICE,
                service.namespace(),
                EndpointSliceMapping.SERVICE_NAME + "=" + service.name());
        return calls.list("Can't list the EndpointSlices of Service " + service, slices).orElse(List.of()).stream()
                .flatMap(item -> EndpointSliceMapping.slice(Json.read(item, EndpointSliceResource.class)).stream())
                .flatMap(slice -> slice.endpoints().stream())
                .collect(toUnmodifiableSet());
    }
}
