package io.porterlb.manager.service;

import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.IngressChange;
import io.porterlb.kube.ServicePatch;
import io.porterlb.manager.cloud.LoadBalancerStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What has to be written to a Service itself: finalizer, label, status and condition, always in one patch. Kubernetes'
/// service controller needs two, since a cloud's load balancer works from the moment it is made; here nothing is
/// announced before the status shows it, and then the finalizer is there. Pure.
final class ServicePatches {
    private ServicePatches() {}

    /// Whether the Service says all that [#show] would write.
    static boolean shows(ServiceView service, LoadBalancerStatus status, String eip) {
        return service.ingress().equals(status.texts())
                && service.finalizers().contains(Marks.finalizer(service))
                && eip.equals(service.labels().get(Marks.EIP_LABEL));
    }

    static ServicePatch show(ServiceView service, LoadBalancerStatus status, String eip) {
        return new ServicePatch(
                service,
                Set.of(Marks.finalizer(service)),
                Set.of(),
                Optional.of(eip),
                new IngressChange.Show(status.ingress()),
                List.of(),
                Set.of(Condition.ADDRESS_ASSIGNED));
    }

    /// Says so on the Service, and takes back an address that it may not show.
    static ServicePatch refuse(ServiceView service, Problem problem) {
        Condition condition = new Condition(Condition.ADDRESS_ASSIGNED, false, problem.reason(), problem.message());
        return new ServicePatch(
                service,
                Set.of(),
                Marks.removable(service),
                Optional.empty(),
                new IngressChange.Show(List.of()),
                List.of(condition),
                Set.of());
    }

    /// Takes off what is ours; empty where nothing is.
    static Optional<ServicePatch> release(ServiceView service, Release release) {
        return release.equals(Release.NONE)
                ? Optional.empty()
                : Optional.of(new ServicePatch(
                        service,
                        Set.of(),
                        release.finalizers(),
                        Optional.empty(),
                        new IngressChange.Remove(release.ingress()),
                        List.of(),
                        release.conditions()));
    }
}
