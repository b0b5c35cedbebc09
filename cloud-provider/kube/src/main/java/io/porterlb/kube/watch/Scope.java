package io.porterlb.kube.watch;

import io.porterlb.kube.http.Query;
import io.porterlb.kube.http.ResourceType;

/// Which objects of a kind are watched.
///
/// @param what they are, for people
/// @param query goes with every list and watch
record Scope(String what, String path, Query query) {
    static Scope all(ResourceType<?> type) {
        return new Scope(type.toString(), type.path(), Query.NONE);
    }

    /// One object. RBAC takes that as a request for this name (`resourceNames`), so nothing else need be readable.
    static Scope one(ResourceType<?> type, String namespace, String name) {
        return new Scope(
                type + " " + namespace + "/" + name,
                type.pathIn(namespace),
                Query.NONE.with("fieldSelector", "metadata.name=" + name));
    }
}
