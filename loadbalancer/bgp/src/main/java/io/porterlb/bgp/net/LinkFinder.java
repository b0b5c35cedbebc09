package io.porterlb.bgp.net;

import io.porterlb.address.IpAddress;
import io.porterlb.bgp.rib.LocalLink;

/// Finds what else there is of ours on the link that a session runs over.
@FunctionalInterface
public interface LinkFinder {
    /// The addresses and subnets of the network interface that has this address; only this one if none has it. To
    /// be called on the event loop.
    LocalLink of(IpAddress local);
}
