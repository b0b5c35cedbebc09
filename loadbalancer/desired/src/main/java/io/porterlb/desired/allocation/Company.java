package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom the record of an address may name when a Service joins, or stays there on other terms. Asked when all is
/// decided. Not for several threads.
final class Company {
    private final ClusterView view;
    private final Tenants tenants;
    private final Owners owners;
    private final Map<IpAddress, Set<Owner>> ofJoining = new HashMap<>();
    private final Map<IpAddress, Set<Owner>> ofStaying = new HashMap<>();

    Company(ClusterView view, Tenants tenants, Owners owners) {
        this.view = view;
        this.tenants = tenants;
        this.owners = owners;
    }

    /// One that joins vouches only for those that it was judged beside, as they were then: not for the terms of one
    /// that has changed since, nor for a Service that the view lacks.
    Set<Owner> of(IpAddress address, ServiceView service) {
        boolean stays = record(address).filter(found -> found.names(service)).isPresent();
        return stays
                ? ofStaying.computeIfAbsent(address, _ -> company(address, _ -> true))
                : ofJoining.computeIfAbsent(address, _ -> company(address, this::isCurrent));
    }

    private Set<Owner> company(IpAddress address, Predicate<Owner> recorded) {
        Stream<Owner> named =
                record(address).map(AddressRecord::owners).stream().flatMap(List::stream);
        return Stream.concat(named.filter(recorded), tenants.claimed(address).map(owners::of))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<AddressRecord> record(IpAddress address) {
        return Optional.ofNullable(view.records().get(address));
    }

    private boolean isCurrent(Owner owner) {
        ServiceView service = view.services().get(owner.service());
        return service != null && owners.of(service).equals(owner);
    }
}
