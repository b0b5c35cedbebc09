package io.porterlb.desired.allocation;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records by the UID of their owners, and those with owners that are gone. A Service that was created anew under the
/// same name owns nothing of the old one.
///
/// @param byUid in order of address
/// @param orphans in order of address
record OwnedRecords(Map<String, List<AddressRecord>> byUid, List<Orphaned> orphans) {
    static OwnedRecords of(ClusterView view) {
        Set<String> living =
                view.services().values().stream().map(ServiceView::uid).collect(toSet());
        OwnedRecords owned = new OwnedRecords(new HashMap<>(), new ArrayList<>());
        view.records().values().stream()
                .sorted(Comparator.comparing(AddressRecord::address))
                .forEach(record -> owned.add(record, living));
        return owned;
    }

    private void add(AddressRecord record, Set<String> living) {
        Map<Boolean, Set<String>> owners = record.owners().stream()
                .map(AddressRecord.Owner::uid)
                .collect(partitioningBy(living::contains, toSet()));
        Set<String> present = owners.getOrDefault(true, Set.of());
        Set<String> gone = owners.getOrDefault(false, Set.of());
        if (present.isEmpty() || !gone.isEmpty()) {
            orphans.add(new Orphaned(record, gone));
        }
        present.forEach(
                uid -> byUid.computeIfAbsent(uid, _ -> new ArrayList<>()).add(record));
    }

    List<AddressRecord> of(ServiceView service) {
        return byUid.getOrDefault(service.uid(), List.of());
    }

    /// Those of the wanted family.
    List<AddressRecord> of(Want want) {
        return of(want.service()).stream()
                .filter(record -> record.address().family() == want.family())
                .toList();
    }

    /// All that the Service owns but the records of these addresses.
    List<AddressRecord> besides(ServiceView service, Collection<IpAddress> addresses) {
        return of(service).stream()
                .filter(record -> !addresses.contains(record.address()))
                .toList();
    }
}
