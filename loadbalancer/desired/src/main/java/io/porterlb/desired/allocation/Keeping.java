package io.porterlb.desired.allocation;

import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of its records a Service keeps.
record Keeping(Pools pools, Tenants tenants) {
    /// Of several the one that is asked for (a change of address may have been interrupted), else the one that the
    /// status shows, else the oldest. None that those who have it so far do not share with this Service.
    Optional<AddressRecord> choose(Served each, List<AddressRecord> records) {
        return records.stream()
                .filter(record ->
                        tenants.conflict(record.address(), each.service()).isEmpty())
                .min(Comparator.<AddressRecord, Boolean>comparing(record -> !asked(each, record))
                        .thenComparing(record -> !shown(each, record))
                        .thenComparing(AddressRecord::created)
                        .thenComparing(AddressRecord::address));
    }

    /// Which of them it cannot keep, because of others.
    Optional<Separation> separation(ServiceView service, List<AddressRecord> records) {
        return records.stream()
                .flatMap(record ->
                        tenants
                                .conflict(record.address(), service)
                                .map(why -> new Separation(record.address(), why))
                                .stream())
                .findFirst();
    }

    private boolean asked(Served each, AddressRecord record) {
        return each.request().satisfiedBy(record.address(), record.eip(), pools);
    }

    private static boolean shown(Served each, AddressRecord record) {
        return each.service().ingress().contains(record.address().toString());
    }
}
