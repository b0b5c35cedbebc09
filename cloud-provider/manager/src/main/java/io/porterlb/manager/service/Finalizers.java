package io.porterlb.manager.service;

import io.porterlb.desired.allocation.Annotations;
import io.porterlb.desired.view.ServiceView;
import java.util.Set;

/// Finalizers that keep a Service until its address is given back.
final class Finalizers {
    /// Of every cloud provider (`k8s.io/cloud-provider/service/helpers`): for Services without a class.
    static final String CLOUD_PROVIDER = "service.kubernetes.io/load-balancer-cleanup";

    /// For Services with a class: another cloud provider, which serves those without, removes the well-known
    /// one.
    static final String OWN = "porterlb.io/load-balancer-cleanup";

    /// OpenELB's, found on Services that it served before us.
    static final String OPENELB = "finalizer.lb.kubesphere.io/v1alpha1";

    static final Set<String> ALL = Set.of(CLOUD_PROVIDER, OWN, OPENELB);

    private Finalizers() {}

    /// Whether the Service carries a mark that only we put there: then the well-known finalizer is ours too.
    static boolean marked(ServiceView service) {
        return service.labels().containsKey(Annotations.EIP)
                || service.finalizers().contains(OWN)
                || service.finalizers().contains(OPENELB);
    }

    static String of(ServiceView service) {
        return service.loadBalancerClass().isPresent() ? OWN : CLOUD_PROVIDER;
    }
}
