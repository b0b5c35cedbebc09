package io.porterlb.desired.plan;

import io.porterlb.address.Prefix;
import io.porterlb.desired.view.ServiceKey;
import java.util.List;

/// A route that a node announces with itself as next hop.
///
/// @param services the Services at that address, in order
public record PlannedRoute(Prefix prefix, List<ServiceKey> services) implements Comparable<PlannedRoute> {
    public PlannedRoute {
        services = List.copyOf(services);
    }

    @Override
    public int compareTo(PlannedRoute other) {
        return prefix.compareTo(other.prefix);
    }
}
