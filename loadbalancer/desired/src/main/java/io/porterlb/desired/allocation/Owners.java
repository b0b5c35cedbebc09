package io.porterlb.desired.allocation;

import io.porterlb.desired.view.AddressRecord.Owner;
import io.porterlb.desired.view.ServiceKey;
import io.porterlb.desired.view.ServiceView;
import java.util.HashMap;
import java.util.Map;

/// The Services of one view as records name them now, each worked out once. Not for several threads.
final class Owners {
    private final Map<ServiceKey, Owner> known = new HashMap<>();

    Owner of(ServiceView service) {
        return known.computeIfAbsent(service.key(), _ -> SharingTerms.owner(service));
    }
}
