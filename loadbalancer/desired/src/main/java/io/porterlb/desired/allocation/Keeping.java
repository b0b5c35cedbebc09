package io.porterlb.desired.allocation;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which of its records a Service keeps.
record Keeping(Pools pools, Tenants tenants) {
    /// What is decided on the records of a Service.
    ///
    /// @param record that it keeps
    /// @param separation which one it cannot keep, because of others
    record Kept(Optional<AddressRecord> record, Optional<Separation> separation) {}

    /// Of several the one that is asked for (a change of address may have been interrupted), else the one that the
    /// status shows, else the oldest. None that those who have it so far do not share with this Service.
    Kept choose(Served each, List<AddressRecord> records) {
        Map<IpAddress, Separation> separations = new LinkedHashMap<>();
        records.forEach(record -> separation(each, record.address())
                .ifPresent(separation -> separations.put(record.address(), separation)));
        Optional<AddressRecord> kept = records.stream()
                .filter(record -> !separations.containsKey(record.address()))
                .min(Comparator.<AddressRecord, Boolean>comparing(record -> !asked(each, record))
                        .thenComparing(record -> !shown(each, record))
                        .thenComparing(AddressRecord::created)
                        .thenComparing(AddressRecord::address));
        return new Kept(kept, separations.values().stream().findFirst());
    }

    private Optional<Separation> separation(Served each, IpAddress address) {
        return tenants.conflict(address, each.service()).map(why -> new Separation(address, why));
    }

    private boolean asked(Served each, AddressRecord record) {
        return each.request().satisfiedBy(record.address(), record.eip(), pools);
    }

    private static boolean shown(Served each, AddressRecord record) {
        return each.service().ingress().contains(record.address().toString());
    }
}
