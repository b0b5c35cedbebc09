package io.porterlb.kube.resource;

/// An object of whatever kind. Of the spec it knows what a Pod has.
public record AnyResource(ObjectMeta metadata, Spec spec) implements Resource {
    public AnyResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? new Spec("") : spec;
    }

    /// `spec`.
    ///
    /// @param nodeName empty for a Pod that is not scheduled
    public record Spec(String nodeName) {
        public Spec {
            nodeName = Absent.text(nodeName);
        }
    }
}
