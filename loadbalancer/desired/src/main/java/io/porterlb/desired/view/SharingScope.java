package io.porterlb.desired.view;

/// How far an address of an Eip may be shared (`spec.sharing`) by Services with the same key.
public enum SharingScope {
    /// Within one namespace.
    NAMESPACE,
    /// By Services of any namespaces that may use the Eip.
    CLUSTER
}
