package io.porterlb.desired.allocation;

import static java.util.stream.Collectors.toSet;

import io.porterlb.address.IpAddress;
import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ClusterView;
import io.porterlb.desired.view.ServiceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Records by the UID of their owners, and those without a living owner. A Service that was created anew under the
/// same name owns nothing of the old one.
///
/// @param byUid in order of address
/// @param orphans in order of address
record OwnedRecords(Map<String, List<AddressRecord>> byUid, List<AddressRecord> orphans) {
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
        if (record.owners().stream().map(AddressRecord.Owner::uid).noneMatch(living::contains)) {
            orphans.add(record);
            return;
        }
        for (AddressRecord.Owner owner : record.owners()) {
            byUid.computeIfAbsent(owner.uid(), _ -> new ArrayList<>()).add(record);
        }
    }

    List<AddressRecord> of(ServiceView service) {
        return byUid.getOrDefault(service.uid(), List.of());
    }

    /// All that the Service owns but the record of this address.
    List<AddressRecord> besides(ServiceView service, IpAddress address) {
        return of(service).stream()
                .filter(record -> !record.address().equals(address))
                .toList();
    }
}
