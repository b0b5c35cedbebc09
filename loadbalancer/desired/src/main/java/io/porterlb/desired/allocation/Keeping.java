package io.porterlb.desired.allocation;

import io.porterlb.desired.pool.Pool;
import io.porterlb.desired.pool.Pools;
import io.porterlb.desired.view.AddressRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which of its records a Service keeps.
record Keeping(Pools pools, OwnedRecords owned, Claims claims) {
    /// Of several the one that is asked for (a change of address may have been interrupted), else the one that the
    /// status shows, else the oldest. None that those who have it so far do not share with this Service.
    void keep(Want want) {
        List<AddressRecord> free = new ArrayList<>();
        for (AddressRecord record : owned.of(want)) {
            claims.tenants()
                    .conflict(record.address(), want.service())
                    .ifPresentOrElse(
                            why -> want.separated(new Separation(record.address(), why)), () -> free.add(record));
        }
        free.stream()
                .min(Comparator.<AddressRecord, Boolean>comparing(record -> !asked(want, record))
                        .thenComparing(record -> !shown(want, record))
                        .thenComparing(AddressRecord::created)
                        .thenComparing(AddressRecord::address))
                .map(record -> new Claim(record.address(), eip(record), Assignment.Cause.KEPT))
                .ifPresent(claim -> claims.give(want, claim));
    }

    private boolean asked(Want want, AddressRecord record) {
        return want.wish().satisfiedBy(record.address(), record.eip(), pools);
    }

    private static boolean shown(Want want, AddressRecord record) {
        return want.service().ingress().contains(record.address().toString());
    }

    /// Eips may be split, merged and renamed: the address belongs to the one that has it now.
    private String eip(AddressRecord record) {
        return pools.origin(record.address(), record.eip()).map(Pool::name).orElse(record.eip());
    }
}
