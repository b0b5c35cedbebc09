package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.SharingObstacle;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SharingScope;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which Services are at which address, and who may join them. Not for several threads.
final class Tenants {
    private final ClusterView view;
    private final Pools pools;
    private final Map<IpAddress, Set<ServiceView>> claimed = new HashMap<>(); // in this run
    private final Map<Group, NavigableSet<IpAddress>> byGroup = new HashMap<>();

    /// Services that would share an address, if nothing else is in the way.
    ///
    /// @param namespace empty where it does not matter
    private record Group(SharingScope scope, String namespace, String key) {
        Group {
            namespace = scope == SharingScope.CLUSTER ? "" : namespace;
        }
    }

    Tenants(ClusterView view, Pools pools) {
        this.view = view;
        this.pools = pools;
    }

    void add(IpAddress address, ServiceView service) {
        at(address).add(service);
        SharingRules.key(service)
                .map(key -> new Group(scope(address), service.key().namespace(), key))
                .ifPresent(group ->
                        byGroup.computeIfAbsent(group, _ -> new TreeSet<>()).add(address));
    }

    void remove(IpAddress address, ServiceView service) {
        at(address).remove(service);
    }

    private Set<ServiceView> at(IpAddress address) {
        return claimed.computeIfAbsent(address, _ -> new LinkedHashSet<>());
    }

    /// Addresses of those with the same key that are near enough, lowest first.
    NavigableSet<IpAddress> ofSameKey(ServiceView service) {
        NavigableSet<IpAddress> addresses = new TreeSet<>();
        SharingRules.key(service).ifPresent(key -> {
            for (SharingScope scope : SharingScope.values()) {
                Group group = new Group(scope, service.key().namespace(), key);
                addresses.addAll(byGroup.getOrDefault(group, new TreeSet<>()));
            }
        });
        return addresses;
    }

    /// What about those who keep the address so far keeps this one from staying there too.
    Optional<SharingObstacle> conflict(IpAddress address, ServiceView service) {
        return at(address).stream()
                .flatMap(other -> SharingRules.staying(service, other).stream())
                .findFirst();
    }

    /// Whether others have the address and would share it with this Service.
    boolean admit(IpAddress address, ServiceView service) {
        return !others(address, service).isEmpty() && obstacle(address, service).isEmpty();
    }

    /// Why the Service may not join those who have the address.
    Optional<SharingObstacle> obstacle(IpAddress address, ServiceView service) {
        List<ServiceView> others = others(address, service);
        if (others.size() >= AddressRecord.MAX_OWNERS) {
            return Optional.of(new SharingObstacle.NoRoom(others.getFirst().key()));
        }
        SharingScope scope = scope(address);
        return others.stream()
                .flatMap(other -> SharingRules.joining(service, other, scope).stream())
                .findFirst();
    }

    private SharingScope scope(IpAddress address) {
        return pools.containing(address).map(pool -> pool.eip().sharing()).orElse(SharingScope.NAMESPACE);
    }

    /// Also those that are about to leave: until then their ports are taken.
    private List<ServiceView> others(IpAddress address, ServiceView service) {
        Set<ServiceView> here = at(address);
        return Stream.concat(here.stream(), recorded(address).filter(owner -> !here.contains(owner)))
                .filter(other -> !other.key().equals(service.key()))
                .toList();
    }

    private Stream<ServiceView> recorded(IpAddress address) {
        return owners(address)
                .flatMap(owner -> Stream.ofNullable(view.services().get(owner.service()))
                        .filter(service -> service.uid().equals(owner.uid())));
    }

    private Stream<AddressRecord.Owner> owners(IpAddress address) {
        return Optional.ofNullable(view.records().get(address)).map(AddressRecord::owners).stream()
                .flatMap(List::stream);
    }

    /// All that the record of the address may name when this Service joins, or stays there on other terms. One that
    /// joins vouches only for those that it was judged beside, as they were then: not for the terms of one that has
    /// changed since, nor for a Service that the view lacks.
    Set<AddressRecord.Owner> company(IpAddress address, ServiceView service) {
        boolean joins = owners(address).noneMatch(owner -> owner.uid().equals(service.uid()));
        return Stream.concat(
                        owners(address).filter(owner -> !joins || isCurrent(owner)),
                        at(address).stream().map(SharingTerms::owner))
                .collect(Collectors.toSet());
    }

    private boolean isCurrent(AddressRecord.Owner owner) {
        ServiceView service = view.services().get(owner.service());
        return service != null && SharingTerms.owner(service).equals(owner);
    }
}
