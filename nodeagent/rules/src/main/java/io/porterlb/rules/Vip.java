package io.porterlb.rules;

import io.porterlb.address.IpAddress;
import java.util.Set;

/// An address of one or more Services, which no network interface has.
///
/// @param ports those of all its Services, served or about to be; all others are refused
public record Vip(IpAddress address, Set<Port> ports) {
    public Vip {
        ports = Set.copyOf(ports);
    }
}
