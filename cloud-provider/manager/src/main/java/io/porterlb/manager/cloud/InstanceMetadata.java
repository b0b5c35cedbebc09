package io.porterlb.manager.cloud;

import io.porterlb.desired.view.NodeAddress;
import java.util.List;
import java.util.Map;

/// What a cloud provider says of one machine (`k8s.io/cloud-provider`, `cloud.go`). Empty texts are unknown.
///
/// @param providerID `PROVIDER://…`, for `spec.providerID` of a Node that has none
/// @param instanceType what kind of machine it is
/// @param nodeAddresses its addresses, in order
/// @param zone failure domain
/// @param region what zones are in
/// @param additionalLabels for the Node as well
public record InstanceMetadata(
        String providerID,
        String instanceType,
        List<NodeAddress> nodeAddresses,
        String zone,
        String region,
        Map<String, String> additionalLabels) {
    public InstanceMetadata {
        nodeAddresses = List.copyOf(nodeAddresses);
        additionalLabels = Map.copyOf(additionalLabels);
    }
}
