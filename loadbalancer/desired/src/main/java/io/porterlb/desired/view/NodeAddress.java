package io.porterlb.desired.view;

import io.porterlb.address.IpAddress;
import java.util.Optional;
import java.util.Set;

/// One entry of a Node's `status.addresses`.
///
/// @param type `InternalIP`, `ExternalIP`, `Hostname`, `InternalDNS` or `ExternalDNS`
/// @param address as it is written there: an IP address or a name
public record NodeAddress(String type, String address) {
    public static final String INTERNAL_IP = "InternalIP";
    public static final String HOSTNAME = "Hostname";

    private static final Set<String> IP_TYPES = Set.of(INTERNAL_IP, "ExternalIP");

    /// The address, where the type is that of an IP address. A name that looks like an address is none.
    public Optional<IpAddress> ip() {
        return IP_TYPES.contains(type) ? IpAddress.parse(address) : Optional.empty();
    }
}
