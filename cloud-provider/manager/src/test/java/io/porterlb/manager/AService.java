package io.porterlb.manager;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.desired.allocation.Taking;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.IpFamilyPolicy;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.TrafficPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Service default/web of the tests: of type LoadBalancer, without class, with nothing of ours on it.
///
/// @param ingress as the status shows it
/// @param conditions of ours, by type
public record AService(
        String uid,
        Optional<String> loadBalancerClass,
        List<String> finalizers,
        Map<String, String> labels,
        List<String> ingress,
        Map<String, String> conditions) {
    public static final ServiceKey KEY = new ServiceKey("default", "web");
    public static final AService NEW =
            new AService("uid-1", Optional.empty(), List.of(), Map.of(), List.of(), Map.of());

    public AService withUid(String other) {
        return new AService(other, loadBalancerClass, finalizers, labels, ingress, conditions);
    }

    public AService withClass(String name) {
        return new AService(uid, Optional.of(name), finalizers, labels, ingress, conditions);
    }

    public AService withFinalizers(String... names) {
        return new AService(uid, loadBalancerClass, List.of(names), labels, ingress, conditions);
    }

    public AService withLabel(String name, String value) {
        return new AService(uid, loadBalancerClass, finalizers, Map.of(name, value), ingress, conditions);
    }

    public AService showing(String... addresses) {
        return new AService(uid, loadBalancerClass, finalizers, labels, List.of(addresses), conditions);
    }

    public AService withCondition(String type, String message) {
        return withConditions(Map.of(type, message));
    }

    public AService withConditions(Map<String, String> messages) {
        return new AService(uid, loadBalancerClass, finalizers, labels, ingress, messages);
    }

    public AddressRecord.Owner owner() {
        return new AddressRecord.Owner(KEY, uid, "");
    }

    /// Of an address of Eip `pool`.
    ///
    /// @param company those it gets along with, besides itself
    public Taking taking(IpAddress address, AddressRecord.Owner... company) {
        AddressRecord.Owner owner = owner();
        Set<AddressRecord.Owner> all =
                Stream.concat(Stream.of(owner), Stream.of(company)).collect(Collectors.toSet());
        return new Taking(address, "pool", owner, all);
    }

    public ServiceView view() {
        return view(KEY);
    }

    /// The same under another name.
    public ServiceView view(ServiceKey key) {
        return view(key, TrafficPolicy.CLUSTER);
    }

    /// With `externalTrafficPolicy: Local`.
    public ServiceView localView() {
        return view(KEY, TrafficPolicy.LOCAL);
    }

    private ServiceView view(ServiceKey key, TrafficPolicy policy) {
        return new ServiceView(
                key,
                uid,
                Instant.EPOCH,
                false,
                true,
                loadBalancerClass,
                List.of(IpFamily.V4),
                IpFamilyPolicy.SINGLE_STACK,
                Optional.empty(),
                List.of(),
                Set.of(),
                policy,
                false,
                Map.of(),
                Map.of(),
                labels,
                finalizers,
                ingress,
                conditions);
    }
}
