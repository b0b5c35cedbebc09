package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.problem.SharingObstacle;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import io.porterlb.desired.view.SharingScope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which Services are at which address, and who may join them. Not for several threads.
final class Tenants {
    private final ClusterView view;
    private final Pools pools;
    private final Map<IpAddress, Map<ServiceKey, ServiceView>> claimed = new HashMap<>(); // in this run
    private final SameKey sameKey = new SameKey();

    Tenants(ClusterView view, Pools pools) {
        this.view = view;
        this.pools = pools;
    }

    void add(IpAddress address, ServiceView service) {
        at(address).put(service.key(), service);
        sameKey.add(address, scope(address), service);
    }

    void remove(IpAddress address, ServiceView service) {
        at(address).remove(service.key());
        sameKey.remove(address, scope(address), service);
    }

    private Map<ServiceKey, ServiceView> at(IpAddress address) {
        return claimed.computeIfAbsent(address, _ -> new LinkedHashMap<>());
    }

    /// Those that have been given the address in this run, in that order.
    Stream<ServiceView> claimed(IpAddress address) {
        return at(address).values().stream();
    }

    /// Addresses of those with the same key that are near enough.
    Stream<IpAddress> ofSameKey(ServiceView service) {
        return sameKey.addresses(service);
    }

    /// Those that leave the ports of the Service and a place for it, lowest first.
    Stream<IpAddress> open(ServiceView service) {
        return sameKey.open(service).filter(address -> at(address).size() < AddressRecord.MAX_OWNERS);
    }

    /// What about those who keep the address so far keeps this one from staying there too.
    Optional<SharingObstacle> conflict(IpAddress address, ServiceView service) {
        return claimed(address)
                .flatMap(other -> SharingRules.staying(service, other).stream())
                .findFirst();
    }

    /// Why the Service may not join these, who have the address.
    Optional<SharingObstacle> obstacle(IpAddress address, ServiceView service, List<ServiceView> others) {
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

    /// Who else has the address. Also those that are about to leave: until then their ports are taken.
    List<ServiceView> others(IpAddress address, ServiceView service) {
        Map<ServiceKey, ServiceView> here = at(address);
        return Stream.concat(claimed(address), recorded(address).filter(owner -> !here.containsKey(owner.key())))
                .filter(other -> !other.key().equals(service.key()))
                .toList();
    }

    private Stream<ServiceView> recorded(IpAddress address) {
        return Optional.ofNullable(view.records().get(address)).map(AddressRecord::owners).stream()
                .flatMap(List::stream)
                .flatMap(owner -> Stream.ofNullable(view.services().get(owner.service()))
                        .filter(service -> service.uid().equals(owner.uid())));
    }
}
