package io.porterlb.desired.view;

import io.porterlb.address.IpFamily;
import java.util.Optional;

/// One endpoint of a Service, from an EndpointSlice (`discovery.k8s.io/v1`). A Pod of a dual-stack Service is two.
///
/// @param family `addressType` of the slice: traffic for a Service's address of the other family never gets there
/// @param node `nodeName`; empty for an endpoint that is on no node of this cluster
/// @param ready `conditions.ready`; absent there means true
/// @param serving `conditions.serving`; absent there means `ready`
/// @param terminating `conditions.terminating`; absent there means false
public record EndpointView(
        IpFamily family, Optional<String> node, boolean ready, boolean serving, boolean terminating) {}
