package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ServiceView;
import java.util.Set;

/// What is written on a Service while it holds an address of ours, besides the address.
public final class Marks {
    /// Label with the name of the Eip that the address comes from, of two addresses the first one: what selects by it
    /// stays right where a second family is added. OpenELB's, so that its Services are known as ours.
    public static final String EIP_LABEL = Annotations.EIP;

    /// Finalizer of every cloud provider (`k8s.io/cloud-provider/service/helpers`), for Services without a class. Alone
    /// it is no mark: another load balancer sets it too.
    public static final String CLOUD_PROVIDER_FINALIZER = "service.kubernetes.io/load-balancer-cleanup";

    /// Finalizer for Services with a class: a cloud provider that serves those without removes the well-known one.
    public static final String OWN_FINALIZER = "porterlb.io/load-balancer-cleanup";

    /// OpenELB's finalizer, on Services that it served before us, and on its BgpConfs and BgpPeers.
    public static final String OPENELB_FINALIZER = "finalizer.lb.kubesphere.io/v1alpha1";

    /// OpenELB's finalizer on its Eips.
    public static final String OPENELB_EIP_FINALIZER = "finalizer.ipam.kubesphere.io/v1alpha1";

    /// All that a release takes off a Service.
    public static final Set<String> FINALIZERS = Set.of(CLOUD_PROVIDER_FINALIZER, OWN_FINALIZER, OPENELB_FINALIZER);

    private Marks() {}

    /// The finalizer that keeps this Service until its address is given back.
    public static String finalizer(ServiceView service) {
        return service.loadBalancerClass().isPresent() ? OWN_FINALIZER : CLOUD_PROVIDER_FINALIZER;
    }

    /// Whether we, or OpenELB before us, have served the Service and not released it.
    public static boolean on(ServiceView service) {
        return service.labels().containsKey(EIP_LABEL)
                || service.finalizers().contains(OWN_FINALIZER)
                || service.finalizers().contains(OPENELB_FINALIZER);
    }

    /// The finalizers that may be taken off this Service without a record of ours: none if somebody else serves it. On
    /// a Service with a class the well-known one is not ours.
    public static Set<String> removable(ServiceView service) {
        if (!on(service)) {
            return Set.of();
        }
        return service.loadBalancerClass().isPresent() ? Set.of(OWN_FINALIZER, OPENELB_FINALIZER) : FINALIZERS;
    }
}
