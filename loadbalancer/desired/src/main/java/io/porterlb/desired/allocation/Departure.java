package io.porterlb.desired.allocation;

import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What comes off a Service that wants no address of us, or no more.
///
/// @param foreign whether a Service shows what another load balancer has given it
record Departure(ServiceFilter filter, Ownership ownership, Predicate<ServiceView> foreign) {
    /// Empty where nothing has to.
    ///
    /// @param records those of the Service
    Optional<Release> of(ServiceView service, List<AddressRecord> records) {
        if (!records.isEmpty() || Marks.on(service)) {
            return Optional.of(ownership.release(service));
        }
        if (stranded(service)) {
            return Optional.of(new Release(
                    Set.of(),
                    Set.of(Marks.CLOUD_PROVIDER_FINALIZER),
                    false,
                    service.conditions().keySet()));
        }
        return Optional.of(ownership.release(service))
                .filter(release -> !release.conditions().isEmpty());
    }

    /// Deleted before it got anything, and kept by the finalizer of every cloud provider. Kubernetes' service
    /// controller takes that off a Service that it handles where there is no load balancer
    /// (`processServiceDeletion` and `syncLoadBalancerIfNeeded` in
    /// `k8s.io/cloud-provider/controllers/service/controller.go`); else nobody does.
    private boolean stranded(ServiceView service) {
        return service.deleting()
                && filter.handles(service)
                && service.loadBalancerClass().isEmpty()
                && service.finalizers().contains(Marks.CLOUD_PROVIDER_FINALIZER)
                && !foreign.test(service);
    }
}
