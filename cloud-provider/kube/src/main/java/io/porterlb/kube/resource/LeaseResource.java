package io.porterlb.kube.resource;

/// A Lease (coordination.k8s.io/v1).
public record LeaseResource(ObjectMeta metadata, Spec spec) implements Resource {
    public LeaseResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? Spec.NONE : spec;
    }

    /// Who holds it, and how often that has changed.
    public record Spec(String holderIdentity, int leaseDurationSeconds, int leaseTransitions) {
        private static final Spec NONE = new Spec("", 0, 0);

        public Spec {
            holderIdentity = Absent.text(holderIdentity);
        }
    }
}
