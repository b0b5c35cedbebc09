package io.porterlb.bgp;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;
import java.util.Optional;

/// A route to announce.
///
/// @param prefix where to; IPv4 prefixes are announced, others are kept back
/// @param nextHop whom to send packets to; empty for the speaker itself, which is the local address of each session
/// @param attributes the rest
public record Route(Prefix prefix, Optional<IpAddress> nextHop, RouteAttributes attributes) {
    /// To the speaker itself, with default attributes.
    public static Route of(Prefix prefix) {
        return new Route(prefix, Optional.empty(), RouteAttributes.DEFAULT);
    }
}
