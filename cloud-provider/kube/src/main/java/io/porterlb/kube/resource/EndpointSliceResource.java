package io.porterlb.kube.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An EndpointSlice (discovery.k8s.io/v1).
public record EndpointSliceResource(ObjectMeta metadata, String addressType, List<Endpoint> endpoints)
        implements Resource {
    public EndpointSliceResource {
        metadata = ObjectMeta.orNone(metadata);
        addressType = Absent.text(addressType);
        endpoints = Absent.list(endpoints);
    }

    /// One entry of `endpoints`.
    public record Endpoint(@Nullable String nodeName, Conditions conditions) {
        public Endpoint {
            conditions = conditions == null ? Conditions.UNKNOWN : conditions;
        }
    }

    /// `endpoints[].conditions`; each may be unknown.
    public record Conditions(
            @Nullable Boolean ready,
            @Nullable Boolean serving,
            @Nullable Boolean terminating) {
        static final Conditions UNKNOWN = new Conditions(null, null, null);
    }
}
