package io.porterlb.layer2.link;

import io.porterlb.address.IpAddress;
import io.porterlb.address.Prefix;

/// An address that the kernel has on an interface.
///
/// @param subnet whose addresses are neighbors there; of a point-to-point link that of the other end
public record AssignedAddress(IpAddress address, Prefix subnet) {}
