package io.porterlb.kube.watch;

/// Order of `metadata.resourceVersion`. Decimal numbers of any length that can be compared within one resource type
/// (KEP-5504, guaranteed from Kubernetes 1.35 on; true of every etcd-backed API server before).
public final class ResourceVersions {
    private ResourceVersions() {}

    /// Below zero if `a` is older than `b`. An empty version is older than any other.
    public static int compare(String a, String b) {
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }
}
