package io.porterlb.desired.view;

/// Names a Service: unique in the cluster at one time.
public record ServiceKey(String namespace, String name) implements Comparable<ServiceKey> {
    @Override
    public int compareTo(ServiceKey other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /// `namespace/name`, as in `Eip.status.used`.
    @Override
    public String toString() {
        return namespace + "/" + name;
    }
}
