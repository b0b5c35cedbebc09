package io.porterlb.desired.allocation;

import io.porterlb.desired.problem.SharingObstacle;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SharingScope;
import io.porterlb.desired.view.TrafficPolicy;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When two Services may have one address: only where both name the same key, so that nobody shares by
/// accident; with ports that tell their traffic apart; and where the same nodes announce both: with one
/// `spec.externalTrafficPolicy`, and if that is Local with the same Pods, or one Service without Pods would take
/// the address from the other. MetalLB's rule (`internal/allocator/k8salloc` of metallb).
final class SharingRules {
    static final Comparator<ServicePort> BY_PORT =
            Comparator.comparingInt(ServicePort::port).thenComparing(ServicePort::protocol);

    private SharingRules() {}

    /// The key that a Service names.
    static Optional<String> key(ServiceView service) {
        return Stream.of(Annotations.SHARING_KEY, Annotations.METALLB_SHARING_KEY)
                .flatMap(name -> Stream.ofNullable(service.annotations().get(name)))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .findFirst();
    }

    /// Why a Service may not join one that has an address.
    static Optional<SharingObstacle> joining(ServiceView service, ServiceView other, SharingScope scope) {
        return staying(service, other).or(() -> otherNamespace(service, other, scope));
    }

    /// Why two that have one address may not go on so. The Eip has no say here: to edit it moves no address.
    static Optional<SharingObstacle> staying(ServiceView service, ServiceView other) {
        Optional<String> key = key(service);
        if (key.isEmpty() || !key.equals(key(other))) {
            return Optional.of(new SharingObstacle.OtherKey(other.key()));
        }
        if (service.externalTrafficPolicy() != other.externalTrafficPolicy()) {
            return Optional.of(new SharingObstacle.OtherPolicy(other.key()));
        }
        if (service.externalTrafficPolicy() == TrafficPolicy.LOCAL && !samePods(service, other)) {
            return Optional.of(new SharingObstacle.OtherPods(other.key()));
        }
        return service.ports().stream()
                .filter(other.ports()::contains)
                .min(BY_PORT)
                .map(port -> new SharingObstacle.SamePort(other.key(), port));
    }

    /// A selector picks Pods of its own namespace; where there is none, somebody else makes the endpoints.
    private static boolean samePods(ServiceView service, ServiceView other) {
        return near(service, other)
                && !service.selector().isEmpty()
                && service.selector().equals(other.selector());
    }

    private static boolean near(ServiceView service, ServiceView other) {
        return service.key().namespace().equals(other.key().namespace());
    }

    private static Optional<SharingObstacle> otherNamespace(
            ServiceView service, ServiceView other, SharingScope scope) {
        return near(service, other) || scope == SharingScope.CLUSTER
                ? Optional.empty()
                : Optional.of(new SharingObstacle.OtherNamespace(other.key()));
    }
}
