package io.porterlb.kube.watch;

import io.porterlb.kube.http.Query;
import io.porterlb.kube.http.ResourceType;

/// Which objects of a kind are listed or watched.
///
/// @param what they are, for people
/// @param query goes with every list and watch
/// @param permission what to do where the API server forbids it, as a sentence
public record Scope(String what, String path, Query query, String permission) {
    private static final String INSTALLED = "Upgrade the Helm chart, or apply porterlb.yaml again.";

    private Scope(String what, String path, Query query) {
        this(what, path, query, INSTALLED);
    }

    public static Scope all(ResourceType<?> type) {
        return new Scope(type.toString(), type.path(), Query.NONE);
    }

    /// One object. RBAC takes that as a request for this name (`resourceNames`), so nothing else need be readable.
    public static Scope one(ResourceType<?> type, String namespace, String name) {
        return new Scope(
                type + " " + namespace + "/" + name,
                type.pathIn(namespace),
                Query.NONE.with("fieldSelector", "metadata.name=" + name));
    }

    /// One Secret. No installation gives that right by itself.
    public static Scope secret(String namespace, String name) {
        Scope one = one(ResourceType.SECRET, namespace, name);
        String permission =
                ("Add %s to authSecretNames in the values of the Helm chart; without Helm, apply the Role and"
                                + " the RoleBinding that docs/user-guide.md shows for authSecretRef.")
                        .formatted(name);
        return new Scope(one.what, one.path, one.query, permission);
    }

    /// Objects with these labels.
    ///
    /// @param namespace empty for every one, and for a cluster-scoped kind
    /// @param selector a label selector; empty for any labels
    public static Scope labelled(ResourceType<?> type, String namespace, String selector) {
        Query query = selector.isEmpty() ? Query.NONE : Query.NONE.with("labelSelector", selector);
        return namespace.isEmpty()
                ? new Scope(type.toString(), type.path(), query)
                : new Scope(type + " in namespace " + namespace, type.pathIn(namespace), query);
    }
}
