package io.porterlb.manager.service;

import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.allocation.Notice;
import io.porterlb.desired.problem.Problem;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.kube.IngressChange;
import io.porterlb.kube.ServicePatch;
import io.porterlb.manager.cloud.Ensured;
import io.porterlb.manager.cloud.LoadBalancerStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What has to be written to a Service itself: finalizer, label, status and condition, always in one patch. Kubernetes'
/// service controller needs two, since a cloud's load balancer works from the moment it is made; here nothing is
/// announced before the status shows it, and then the finalizer is there. Pure.
final class ServicePatches {
    /// Conditions that a Service has only while something is not as it should be.
    private static final Set<String> OF_TROUBLE = Set.of(Condition.ADDRESS_ASSIGNED, Condition.REQUEST_SATISFIED);

    private ServicePatches() {}

    /// Whether the Service says all that [#show] would write.
    static boolean shows(ServiceView service, LoadBalancerStatus status, String eip, Optional<Notice> unmet) {
        return service.ingress().equals(status.texts())
                && service.finalizers().contains(Marks.finalizer(service))
                && eip.equals(service.labels().get(Marks.EIP_LABEL))
                && unmet.map(Notice::message)
                        .equals(Optional.ofNullable(service.conditions().get(Condition.REQUEST_SATISFIED)));
    }

    static ServicePatch show(ServiceView service, Ensured.Ready ready) {
        return new ServicePatch(
                service,
                Set.of(Marks.finalizer(service)),
                Set.of(),
                Optional.of(ready.eip()),
                new IngressChange.Show(ready.status().ingress()),
                ready.unmet().stream().map(ServicePatches::unsatisfied).toList(),
                ready.unmet().isPresent() ? Set.of(Condition.ADDRESS_ASSIGNED) : OF_TROUBLE);
    }

    private static Condition unsatisfied(Notice unmet) {
        return new Condition(Condition.REQUEST_SATISFIED, false, unmet.reason(), unmet.message());
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
                Set.of(Condition.REQUEST_SATISFIED));
    }

    /// Whether the Service says all that [#refuse] would write.
    static boolean refuses(ServiceView service, Problem problem) {
        return service.ingress().isEmpty()
                && !Marks.on(service)
                && !service.conditions().containsKey(Condition.REQUEST_SATISFIED)
                && problem.message().equals(service.conditions().get(Condition.ADDRESS_ASSIGNED));
    }
}
