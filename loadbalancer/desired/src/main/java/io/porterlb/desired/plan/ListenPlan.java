package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import java.util.List;

/// Where the node's speaker listens.
///
/// @param port 1 to 65535
/// @param addresses all of the node's if empty
public record ListenPlan(int port, List<IpAddress> addresses) {
    public ListenPlan {
        addresses = List.copyOf(addresses);
    }
}
