package io.porterlb.desired.allocation;

import io.porterlb.desired.view.AddressRecord;
import io.porterlb.desired.view.ServiceKey;
import java.util.List;
import java.util.Map;

/// What becomes of every Service of type LoadBalancer, and of every other one that still has a record or [Marks] of
/// ours.
///
/// @param orphans records whose owners are all gone: to be deleted, ordered by address
public record Assignments(Map<ServiceKey, Assignment> services, List<AddressRecord> orphans) {
    public Assignments {
        services = Map.copyOf(services);
        orphans = List.copyOf(orphans);
    }
}
