package io.porterlb.kube.resource;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `metadata` of every object.
///
/// @param namespace empty for a cluster-scoped object
/// @param creationTimestamp RFC 3339
/// @param deletionTimestamp RFC 3339; null unless the object is being deleted
public record ObjectMeta(
        String name,
        String namespace,
        String uid,
        String resourceVersion,
        long generation,
        @Nullable String creationTimestamp,
        @Nullable String deletionTimestamp,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<String> finalizers) {
    public static final ObjectMeta NONE = new ObjectMeta("", "", "", "", 0, null, null, Map.of(), Map.of(), List.of());

    public ObjectMeta {
        name = Absent.text(name);
        namespace = Absent.text(namespace);
        uid = Absent.text(uid);
        resourceVersion = Absent.text(resourceVersion);
        labels = Absent.map(labels);
        annotations = Absent.map(annotations);
        finalizers = Absent.list(finalizers);
    }

    public boolean deleting() {
        return deletionTimestamp != null;
    }

    static ObjectMeta orNone(@Nullable ObjectMeta metadata) {
        return metadata == null ? NONE : metadata;
    }
}
