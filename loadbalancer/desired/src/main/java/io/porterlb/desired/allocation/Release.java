package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ServiceView;
import java.util.Set;

/// What comes off a Service that PorterLB lets go of. All that is not named here is somebody else's.
///
/// @param ingress entries of `status.loadBalancer.ingress`, as written
/// @param finalizers of [Marks#FINALIZERS], those that it has
/// @param label whether it has [Marks#EIP_LABEL]
/// @param conditions types of the conditions of ours that it has
public record Release(Set<String> ingress, Set<String> finalizers, boolean label, Set<String> conditions) {
    /// Nothing of ours is on it.
    public static final Release NONE = new Release(Set.of(), Set.of(), false, Set.of());

    /// Every condition of ours on a Service, and nothing else.
    public static Release ofConditions(ServiceView service) {
        return new Release(Set.of(), Set.of(), false, service.conditions().keySet());
    }

    public Release {
        ingress = Set.copyOf(ingress);
        finalizers = Set.copyOf(finalizers);
        conditions = Set.copyOf(conditions);
    }
}
