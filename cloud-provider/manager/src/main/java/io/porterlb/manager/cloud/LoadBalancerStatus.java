package io.porterlb.manager.cloud;

import io.porterlb.address.IpAddress;
import java.util.List;

/// `status.loadBalancer` as a load balancer wants it.
///
/// @param ingress its addresses, in the order of the status
public record LoadBalancerStatus(List<IpAddress> ingress) {
    public LoadBalancerStatus {
        ingress = List.copyOf(ingress);
    }

    /// As the API spells it.
    public List<String> texts() {
        return ingress.stream().map(IpAddress::toString).toList();
    }
}
