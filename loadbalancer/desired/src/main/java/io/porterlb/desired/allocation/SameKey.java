package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.ServicePort;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SharingScope;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Addresses by the key of those who have them, with the ports that these take. Not for several threads.
final class SameKey {
    private final Map<Group, NavigableMap<IpAddress, Set<ServicePort>>> ports = new HashMap<>();

    /// Services that would share an address, if nothing else is in the way.
    ///
    /// @param namespace empty where it does not matter
    private record Group(SharingScope scope, String namespace, String key) {
        static Optional<Group> of(SharingScope scope, ServiceView service) {
            String namespace =
                    scope == SharingScope.CLUSTER ? "" : service.key().namespace();
            return SharingRules.key(service).map(key -> new Group(scope, namespace, key));
        }
    }

    void add(IpAddress address, SharingScope scope, ServiceView service) {
        Group.of(scope, service)
                .ifPresent(group -> ports.computeIfAbsent(group, _ -> new TreeMap<>())
                        .computeIfAbsent(address, _ -> new HashSet<>())
                        .addAll(service.ports()));
    }

    void remove(IpAddress address, SharingScope scope, ServiceView service) {
        Group.of(scope, service)
                .map(ports::get)
                .map(addresses -> addresses.get(address))
                .ifPresent(taken -> taken.removeAll(service.ports()));
    }

    /// Addresses of those that are near enough.
    Stream<IpAddress> addresses(ServiceView service) {
        return places(service).map(Map.Entry::getKey);
    }

    /// Those where the ports of the Service are free, lowest first.
    Stream<IpAddress> open(ServiceView service) {
        return places(service)
                .filter(place -> Collections.disjoint(place.getValue(), service.ports()))
                .map(Map.Entry::getKey)
                .sorted();
    }

    private Stream<Map.Entry<IpAddress, Set<ServicePort>>> places(ServiceView service) {
        return Arrays.stream(SharingScope.values())
                .flatMap(scope -> Group.of(scope, service).stream())
                .flatMap(group -> Stream.ofNullable(ports.get(group)))
                .flatMap(addresses -> addresses.entrySet().stream());
    }
}
