package io.porterlb.desired.view;

/// `spec.externalTrafficPolicy` of a Service.
public enum TrafficPolicy {
    /// Every node takes traffic and may pass it to another node.
    CLUSTER,
    /// Only nodes with an endpoint of their own take traffic; the client's address is kept.
    LOCAL
}
