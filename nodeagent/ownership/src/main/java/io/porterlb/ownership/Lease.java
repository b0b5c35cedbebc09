package io.porterlb.ownership;

import io.porterlb.address.IpAddress;
import java.util.Set;

/// What this node alone may answer for, and how long.
///
/// @param until in [System#nanoTime]; never later than anybody else may begin
public record Lease(Set<IpAddress> addresses, long until) {
    public Lease {
        addresses = Set.copyOf(addresses);
    }
}
