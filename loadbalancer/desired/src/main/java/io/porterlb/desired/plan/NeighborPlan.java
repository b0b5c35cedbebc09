package io.porterlb.desired.plan;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import java.util.Optional;

/// Where a router is.
public sealed interface NeighborPlan {
    /// At an address.
    ///
    /// @param networkInterface that leads there; never empty for a link-local address
    record At(IpAddress address, Optional<String> networkInterface) implements NeighborPlan {
        @Override
        public String toString() {
            return address + networkInterface.map(name -> "%" + name).orElse("");
        }
    }

    /// At the other end of a link, whatever its address is.
    record OnLink(String networkInterface) implements NeighborPlan {
        @Override
        public String toString() {
            return "the router on " + networkInterface;
        }
    }

    /// Of the TCP connection.
    default IpFamily family() {
        return switch (this) {
            case At at -> at.address().family();
            case OnLink _ -> IpFamily.V6;
        };
    }
}
