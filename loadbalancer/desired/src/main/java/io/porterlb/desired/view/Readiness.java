package io.porterlb.desired.view;

/// The condition `Ready` of a Node.
public enum Readiness {
    /// Its kubelet says that it can run Pods.
    READY,
    /// Its kubelet says that it cannot, or has not said anything yet.
    NOT_READY,
    /// Its kubelet says that the machine is shutting down, and so takes no Pods and ends those that it has.
    SHUTTING_DOWN,
    /// Its kubelet has not been heard of for a while: the node lifecycle controller of Kubernetes set it to
    /// `Unknown` once the kubelet no longer renewed its lease.
    UNKNOWN
}
