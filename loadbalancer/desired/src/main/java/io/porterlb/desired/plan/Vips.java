package io.porterlb.desired.plan;

import io.porterlb.desired.view.ServiceView;
import java.util.List;

/// The addresses for which nodes need rules in their kernels. That is every node, whether it announces them or
/// not: a packet may still come to one that has just stopped, and a connection outlives an announcement.
final class Vips {
    /// Leaves a Service to another proxy than kube-proxy, which passes it over
    /// (`k8s.io/kubernetes/pkg/proxy/apis/well_known_labels.go`).
    static final String PROXY_LABEL = "service.kubernetes.io/service-proxy-name";

    private Vips() {}

    /// In order. Without addresses that another proxy serves, alone or beside kube-proxy: what it takes may
    /// look here as if nobody did, and would be refused.
    static List<VipPlan> of(List<Addresses.Shown> addresses) {
        return addresses.stream()
                .filter(address -> address.services().stream().noneMatch(Vips::leftToAnotherProxy))
                .map(Vips::vip)
                .sorted()
                .toList();
    }

    private static boolean leftToAnotherProxy(ServiceView service) {
        return service.labels().containsKey(PROXY_LABEL);
    }

    private static VipPlan vip(Addresses.Shown address) {
        return VipPlan.of(
                address.address(),
                address.services().stream()
                        .flatMap(service -> service.ports().stream())
                        .toList());
    }
}
