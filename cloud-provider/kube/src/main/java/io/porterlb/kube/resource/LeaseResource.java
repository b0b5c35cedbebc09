package io.porterlb.kube.resource;

import org.jspecify.annotations.Nullable;

/// A Lease (coordination.k8s.io/v1).
public record LeaseResource(ObjectMeta metadata, Spec spec) implements Resource {
    public LeaseResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? Spec.NONE : spec;
    }

    /// Who holds it.
    ///
    /// @param acquireTime RFC 3339 with microseconds; null if never held
    public record Spec(
            String holderIdentity,
            int leaseDurationSeconds,
            int leaseTransitions,
            @Nullable String acquireTime) {
        private static final Spec NONE = new Spec("", 0, 0, null);

        public Spec {
            holderIdentity = Absent.text(holderIdentity);
        }
    }
}
