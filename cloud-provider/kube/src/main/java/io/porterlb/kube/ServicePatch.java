package io.porterlb.kube;

import io.porterlb.desired.allocation.Marks;
import io.porterlb.desired.allocation.Release;
import io.porterlb.desired.status.Condition;
import io.porterlb.desired.view.ServiceView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All that is written to a Service, in one request.
///
/// @param seen the Service that this was decided for: it is written only as long as it looks like that
/// @param addFinalizers added where missing; other finalizers stay
/// @param removeFinalizers taken away where present; other finalizers stay
/// @param eip value of the label `eip.openelb.kubesphere.io/v1alpha2`; the label is removed where empty
/// @param ingress what becomes of `status.loadBalancer.ingress`
/// @param conditions set in `status.conditions`; conditions of other types stay
/// @param dropConditions types that are removed from `status.conditions`
public record ServicePatch(
        ServiceView seen,
        Set<String> addFinalizers,
        Set<String> removeFinalizers,
        Optional<String> eip,
        IngressChange ingress,
        List<Condition> conditions,
        Set<String> dropConditions) {
    public ServicePatch {
        addFinalizers = Set.copyOf(addFinalizers);
        removeFinalizers = Set.copyOf(removeFinalizers);
        conditions = List.copyOf(conditions);
        dropConditions = Set.copyOf(dropConditions);
    }

    /// Sets a condition, and leaves the rest as it is.
    public static ServicePatch say(ServiceView service, Condition condition) {
        return conditions(service, List.of(condition), Set.of());
    }

    /// Removes a condition, and leaves the rest as it is.
    public static ServicePatch takeBack(ServiceView service, String type) {
        return conditions(service, List.of(), Set.of(type));
    }

    private static ServicePatch conditions(ServiceView service, List<Condition> set, Set<String> drop) {
        return new ServicePatch(
                service,
                Set.of(),
                Set.of(),
                Optional.ofNullable(service.labels().get(Marks.EIP_LABEL)),
                new IngressChange.Remove(Set.of()),
                set,
                drop);
    }

    /// Takes off what is named, and leaves the rest as it is.
    public static ServicePatch release(ServiceView service, Release release) {
        return new ServicePatch(
                service,
                Set.of(),
                release.finalizers(),
                Optional.ofNullable(service.labels().get(Marks.EIP_LABEL)).filter(_ -> !release.label()),
                new IngressChange.Remove(release.ingress()),
                List.of(),
                release.conditions());
    }
}
