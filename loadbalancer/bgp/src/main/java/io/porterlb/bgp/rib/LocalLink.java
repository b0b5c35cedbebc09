package io.porterlb.bgp.rib;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import java.util.List;

/// Our end of the link that a session runs over.
///
/// @param self our addresses there
/// @param subnets of its network interface, as far as they are known; none that are link-local
public record LocalLink(SelfAddresses self, List<Prefix> subnets) {
    public LocalLink {
        subnets = List.copyOf(subnets);
    }

    /// Where nothing is known but the session's own address.
    public static LocalLink of(IpAddress local) {
        return new LocalLink(SelfAddresses.of(local), List.of());
    }
}
