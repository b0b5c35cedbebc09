package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.rib.SelfAddresses;

/// Finds what other addresses of ours a peer can reach us at.
@FunctionalInterface
public interface LinkFinder {
    /// The addresses of the network interface that has this one; only this one if none has it. To be called on
    /// the event loop.
    SelfAddresses of(IpAddress local);
}
