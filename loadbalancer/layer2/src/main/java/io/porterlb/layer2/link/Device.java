package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import io.porterlb.address.IpFamily;
import io.porterlb.address.MacAddress;
import io.porterlb.address.Prefix;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A network interface at a moment.
///
/// @param name at most 15 octets
/// @param index its number, at least 1; another one of the same name has another
/// @param up as an administrator wants it (IFF_UP)
/// @param carrier whether it could send (IFF_RUNNING)
/// @param ethernet whether it is of Ethernet and asks for neighbors, which it does not with IFF_NOARP
/// @param mac zero if it is not of Ethernet
/// @param portOf name of the bridge or bond that takes all its frames
/// @param addresses of both families
public record Device(
        String name,
        int index,
        boolean up,
        boolean carrier,
        boolean ethernet,
        MacAddress mac,
        Optional<String> portOf,
        List<AssignedAddress> addresses) {
    public Device {
        addresses = List.copyOf(addresses);
    }

    /// Whether the kernel has this address here.
    public boolean has(IpAddress address) {
        return addresses.stream().anyMatch(assigned -> assigned.address().equals(address));
    }

    /// Whether it has an address of this family; a link-local one is enough.
    public boolean speaks(IpFamily family) {
        return addresses.stream().anyMatch(assigned -> assigned.address().family() == family);
    }

    /// The longest of its subnets that holds the address.
    public Optional<Prefix> subnetOf(IpAddress address) {
        return addresses.stream()
                .map(AssignedAddress::subnet)
                .filter(subnet -> subnet.contains(address))
                .max(Comparator.comparingInt(Prefix::length));
    }

    /// Why nothing can be answered on it, as the rest of a sentence; empty if it can.
    public Optional<String> fault() {
        if (!ethernet) {
            return Optional.of("is not of Ethernet, or has ARP turned off");
        }
        if (portOf.isPresent()) {
            return Optional.of("is a port of " + portOf.get() + ", which has to be named instead");
        }
        if (!up) {
            return Optional.of("is down");
        }
        return carrier ? Optional.empty() : Optional.of("has no carrier");
    }
}
