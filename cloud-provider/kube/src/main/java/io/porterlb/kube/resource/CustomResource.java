package io.porterlb.kube.resource;

import com.google.gson.JsonObject;

/// An object of a kind of ours. `spec` stays a tree, because fields that are set and mean nothing are reported, and
/// `status` too, because it is compared with what would be written.
public record CustomResource(ObjectMeta metadata, JsonObject spec, JsonObject status) implements Resource {
    public CustomResource {
        metadata = ObjectMeta.orNone(metadata);
        spec = spec == null ? new JsonObject() : spec;
        status = status == null ? new JsonObject() : status;
    }
}
