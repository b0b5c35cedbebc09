package io.porterlb.test.cluster.router;

import io.porterlb.test.cluster.network.NetworkNamespace;
import java.util.List;
import java.util.Set;

/// A router of the test bed: a namespace with a routing daemon in it. What it answers is the daemon's and the kernel's
/// present state; nothing is remembered.
public interface Router {
    /// Its role in the fabric, as `leaf1`.
    String name();

    /// Its AS number.
    long as();

    NetworkNamespace namespace();

    /// All its BGP sessions, also those that are not up, by address.
    List<BgpSession> sessions();

    /// The next hops of the paths that BGP has chosen for exactly this prefix (multipath ones included); empty where it
    /// has none.
    Set<String> bgpNextHops(String prefix);

    /// The next hops that the kernel forwards exactly this prefix to; empty where it has no such route.
    Set<String> kernelNextHops(String prefix);

    /// How many prefixes its BGP table holds, of all families.
    int routes();

    /// Starts its daemons; returns when they answer. Nothing happens where they run.
    void start();

    /// Ends its daemons with SIGKILL, as when the machine dies; links stay.
    void kill();
}
