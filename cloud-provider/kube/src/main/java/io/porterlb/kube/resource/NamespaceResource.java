package io.porterlb.kube.resource;

/// A Namespace (core/v1).
public record NamespaceResource(ObjectMeta metadata) implements Resource {
    public NamespaceResource {
        metadata = ObjectMeta.orNone(metadata);
    }
}
