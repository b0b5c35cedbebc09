package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.EipView;
import io.porterlb.desired.view.ServiceView;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What tells an address of ours from somebody else's when PorterLB lets go of a Service: a record of ours with
/// this Service, or an Eip on a Service with our [Marks].
public final class Ownership {
    private final Map<IpAddress, AddressRecord> records;
    private final Set<String> owners;
    private final Optional<Pools> pools;

    /// @param owners UIDs of the Services that the records name
    Ownership(Map<IpAddress, AddressRecord> records, Set<String> owners, Optional<Pools> pools) {
        this.records = records;
        this.owners = owners;
        this.pools = pools;
    }

    public static Ownership of(Map<IpAddress, AddressRecord> records, Map<String, EipView> eips) {
        Set<String> owners = records.values().stream()
                .flatMap(record -> record.owners().stream())
                .map(AddressRecord.Owner::uid)
                .collect(Collectors.toSet());
        return new Ownership(Map.copyOf(records), owners, Optional.of(Pools.of(eips)));
    }

    /// For a cluster that has no record and no Eip any more, or whose API knows neither. The label, which is written
    /// and removed with the address, is then all that tells.
    public static Ownership unknown() {
        return new Ownership(Map.of(), Set.of(), Optional.empty());
    }

    /// What comes off this Service. The well-known finalizer is ours only beside another mark of ours, or a record.
    public Release release(ServiceView service) {
        boolean marked = Marks.on(service);
        Set<String> ingress = service.ingress().stream()
                .filter(entry -> recorded(service, entry) || (marked && explained(service, entry)))
                .collect(Collectors.toSet());
        Set<String> finalizers = (owners.contains(service.uid()) ? Marks.FINALIZERS : Marks.removable(service))
                .stream().filter(service.finalizers()::contains).collect(Collectors.toSet());
        return new Release(
                ingress,
                finalizers,
                service.labels().containsKey(Marks.EIP_LABEL),
                service.conditions().keySet());
    }

    private boolean recorded(ServiceView service, String entry) {
        return IpAddress.parse(entry)
                .flatMap(address -> Optional.ofNullable(records.get(address)))
                .filter(record -> record.names(service))
                .isPresent();
    }

    private boolean explained(ServiceView service, String entry) {
        if (pools.isEmpty()) {
            return service.labels().containsKey(Marks.EIP_LABEL);
        }
        return IpAddress.parse(entry)
                .flatMap(pools.get()::containing)
                .filter(pool -> !pool.eip().foreign())
                .isPresent();
    }
}
