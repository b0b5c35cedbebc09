package io.porterlb.desired.allocation;

import io.porterlb.desired.view.ServiceKey;
import java.util.List;
import java.util.Map;

/// What becomes of every Service of type LoadBalancer, and of every other one that still has a record or [Marks] of
/// ours.
///
/// @param orphans records with owners that are gone, ordered by address
public record Assignments(Map<ServiceKey, Assignment> services, List<Orphaned> orphans) {
    public Assignments {
        services = Map.copyOf(services);
        orphans = List.copyOf(orphans);
    }
}
